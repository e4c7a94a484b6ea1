import { expect, test } from 'vitest';
import { bindStep } from '#shared/activities/registry';
import type { Step } from '#shared/lessons/lesson';
import { previewOf } from '#shared/lessons/preview';
import { lessons } from '../support/lessons';

const [first] = lessons;
if (!first) throw new Error('there are built-in lessons');
const steps = lessons.flatMap(({ steps }) => steps);
const choice = steps.find(({ kind }) => kind === 'choice') as Step;
const draftOf = (...written: readonly object[]) => ({ version: 1, id: 'draft', steps: written });

test.each(steps)(
  '$kind $id is seen as its class would see it, and gives away nothing before the reveal',
  (step) => {
    const { problems, shown } = previewOf(draftOf(step), 0);
    expect(problems).toEqual([]);
    const bound = bindStep(step);
    if (!bound.ok || !shown) throw new Error('it is a step that can be played');
    const { answers, trains, together, reads } = bound.value;
    expect(shown.common).toEqual(bound.value.view(null));
    expect(shown.answered > 8).toBe(answers !== null);
    expect(shown.pending).toBe(Boolean(trains ?? together ?? reads));
    expect(shown.result?.right).toBe(shown.grades && !shown.pending ? true : undefined);
    if (!answers?.livePicture) expect(shown.live).toBeNull();
  },
);

test('the same document is previewed alike each time', () => {
  expect(previewOf(draftOf(choice), 0)).toEqual(previewOf(draftOf(choice), 0));
});

test('a step without texts can be seen: its configuration is enough', () => {
  const { kind, version, config } = choice;
  expect(previewOf(draftOf({ id: 'a', kind, version, config }), 0).shown?.kind).toBe('choice');
});

test('what is missing in a configuration is told with its path from the document’s root', () => {
  const config = { options: [], right: [], several: false, shuffle: true };
  const { shown, problems } = previewOf(draftOf(choice, { id: 'b', kind: 'choice', config }), 1);
  expect(shown).toBeNull();
  expect(problems).toContainEqual({ path: ['steps', 1, 'config', 'options'], code: 'too-few' });
});

test.each([
  ['no document', null, [], 'not-an-object'],
  ['a newer document', { version: 99 }, [], 'version-unknown'],
  ['no such step', draftOf(), ['steps', 0], 'missing'],
  ['a kind that there is not', draftOf({ id: 'a', kind: 'karaoke' }), ['steps', 0, 'kind'], 'not-one-of'],
  ['no configuration', draftOf({ id: 'a', kind: 'choice' }), ['steps', 0, 'config'], 'missing'],
  [
    'a version in words',
    draftOf({ id: 'a', kind: 'choice', version: 'one', config: {} }),
    ['steps', 0, 'version'],
    'wrong-type',
  ],
])('%s is said, and nothing breaks', (_what, document, path, code) => {
  expect(previewOf(document, 0)).toEqual({ problems: [{ path, code }], shown: null, written: {} });
});

test('a document too large to be looked at is refused before it is', () => {
  const config = { options: Array.from({ length: 2_000 }, () => ({})) };
  expect(previewOf(draftOf({ id: 'a', kind: 'choice', config }), 0).problems).toMatchObject([
    { code: 'too-many-parts' },
  ]);
});
