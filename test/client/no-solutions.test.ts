import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { config as choice } from '#shared/activities/choice/config';
import { lessons } from '../support/lessons';

/** Built by `npm test` before anything runs; `npm run build` does it alone. */
const ASSETS = 'dist/client/assets';

const code = readdirSync(ASSETS)
  .filter((file) => file.endsWith('.js'))
  .map((file) => readFileSync(join(ASSETS, file), 'utf8'))
  .join('\n');

const steps = lessons.flatMap((lesson) => lesson.steps.map((step) => ({ lesson: lesson.id, step })));

test('the files that a phone can load are there to be searched', () => {
  expect(code.length).toBeGreaterThan(100_000);
});

test.each(steps)('no file that a client loads explains $step.id of $lesson', ({ step }) => {
  for (const text of [step.explanation, step.mistake, step.note?.answer])
    for (const words of Object.values(text ?? {})) expect(code).not.toContain(words.slice(0, 40));
});

test('no file that a client loads says why an option is wrong', () => {
  const whys = steps.flatMap(({ step: { kind, config } }) =>
    kind === 'choice' ? v.parse(choice, config).options.flatMap(({ why }) => Object.values(why ?? {})) : [],
  );
  expect(whys.length).toBeGreaterThan(50);
  expect(whys.filter((why) => code.includes(why))).toEqual([]);
});

test('no file that a client loads holds the penguins', () => {
  // The first birds of the data, in tenths of a millimetre and in millimetres.
  for (const bird of [/391,\s*187,\s*395/, /39\.1,\s*18\.7/, /461,\s*132,\s*500/])
    expect(code).not.toMatch(bird);
});
