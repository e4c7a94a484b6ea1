import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bindStep } from '#shared/activities/registry';
import type { Step } from '#shared/lessons/lesson';
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

/** Shorter ones, such as a unit, are words that a page may well have of its own. */
const LONG = 12;

/** Every text of a configuration that its view leaves out: why an option is wrong, what a number forgets. */
function hiddenIn(step: Step): readonly string[] {
  const bound = bindStep(step);
  if (!bound.ok) throw new Error(bound.error);
  const seen = new Set(textsIn(bound.value.view(null)));
  return textsIn(step.config).filter((words) => words.length >= LONG && !seen.has(words));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('no file that a client loads holds a text which a step hides before its reveal', () => {
  const hidden = steps.flatMap(({ step }) => hiddenIn(step));
  expect(hidden.length).toBeGreaterThan(50);
  expect(hidden.filter((words) => code.includes(words))).toEqual([]);
});

test('no file that a client loads holds the penguins', () => {
  // The first birds of the data: bills in tenths of a millimetre and in millimetres, flippers and masses.
  for (const bird of [
    /391,\s*187,\s*395/,
    /39\.1,\s*18\.7/,
    /461,\s*132,\s*500/,
    /181,\s*(3750|3\.75e3),\s*186/,
  ])
    expect(code).not.toMatch(bird);
});
