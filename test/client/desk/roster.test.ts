import { expect, test } from 'vitest';
import type { RosterRow } from '#shared/session/views';
import { listed, markOf, stuck } from '../../../client/pages/desk/roster';

const row = (name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  seat: `seat-${name}`,
  name,
  here: true,
  answered: false,
  kicked: false,
  pace: 10,
  ...more,
});

const collator = new Intl.Collator('it');
const names = (rows: readonly RosterRow[]) => rows.map(({ name }) => name);

const room = [
  row('Zoe'),
  row('Élodie', { answered: true }),
  row('Ada', { here: false }),
  row('Bo', { here: false, answered: true }),
  row('Ugo', { kicked: true }),
];

test('stuck is who is here and has not answered', () => {
  expect(names(stuck(room))).toEqual(['Zoe']);
});

test('an answer is marked even if its student is away by now', () => {
  expect(room.map(markOf)).toEqual(['here', 'answered', 'away', 'answered', 'here']);
});

test('the class is listed by name, without those who were sent out', () => {
  expect(names(listed(room, 'all', '', collator))).toEqual(['Ada', 'Bo', 'Élodie', 'Zoe']);
});

test('filters narrow the list', () => {
  expect(names(listed(room, 'waiting', '', collator))).toEqual(['Zoe']);
  expect(names(listed(room, 'away', '', collator))).toEqual(['Ada', 'Bo']);
});

test('a name is found without its accents and capitals', () => {
  expect(names(listed(room, 'all', ' elo', collator))).toEqual(['Élodie']);
});
