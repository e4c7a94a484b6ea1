import { expect, test } from 'vitest';
import { mixedScripts } from '../../../client/pages/desk/scripts';
import { table } from '../../names/table';

test.each([
  ['Аnna', ['Latn', 'Cyrl']],
  ['Bοb', ['Latn', 'Grek']],
  ['Рaolo 2', ['Latn', 'Cyrl']],
  ['Αндрей', ['Cyrl', 'Grek']],
  ['Ꭺnna', ['Latn', 'Cher']],
  ['Աnna', ['Latn', 'Armn']],
  ['שרה Anna', ['Latn', 'Hebr']],
])('%s mixes %j', (name, scripts) => {
  expect(mixedScripts(name)).toEqual(scripts);
});

test.each([
  ...['Anna', 'Анна', 'Ελένη', 'Zoë 2', 'J. 🚀', '42', 'O’Neill', 'Kealiʻi', 'مُحَمَّد', 'שִׁירָה'],
  ...['田中 Ken', 'メアリー', 'さくら', '민준 Lee', '李雷', 'ㄅㄆ', 'क्\u200Cष', 'നി\u200Dയ', '', '∑'],
])('%s does not', (name) => {
  expect(mixedScripts(name)).toEqual([]);
});

test('of the names in the table none is marked', () => {
  const shown = table.flatMap(({ becomes }) => ('text' in becomes ? [becomes.text] : []));
  expect(shown.filter((name) => mixedScripts(name).length > 0)).toEqual([]);
});
