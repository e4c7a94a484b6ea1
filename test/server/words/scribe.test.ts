import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { nothingWritten } from '#shared/words';
import { renderAll } from '../../../server/words/render';
import { Scribe } from '../../../server/words/scribe';
import { lessons } from '../../support/lessons';
import { wordedLesson } from '../../support/worded-lesson';

const built = pathToFileURL(resolve('dist/server/words.js'));
const nowhere = pathToFileURL(resolve('dist/server/no-such-thread.js'));

const bugs: unknown[] = [];
let scribe: Scribe | null = null;

function open(script: URL): Scribe {
  bugs.length = 0;
  return (scribe = new Scribe(script, (bug) => bugs.push(bug)));
}

afterEach(() => scribe?.close());

test('the thread makes of a lesson what is made of it here, of several at once as of each', async () => {
  const { render } = open(built);
  const written = await Promise.all([render(wordedLesson), render({ a: '**b**' }), render(wordedLesson)]);
  expect(written).toEqual([
    renderAll(wordedLesson),
    { '**b**': '<strong>b</strong>' },
    renderAll(wordedLesson),
  ]);
  expect(Object.keys(written[0]).length).toBeGreaterThan(15);
  expect(bugs).toEqual([]);
});

test('a lesson without marks needs no thread', async () => {
  const { render } = open(nowhere);
  for (const lesson of lessons) expect(await render(lesson)).toBe(nothingWritten);
  expect(bugs).toEqual([]);
});

test('where the thread cannot be had, texts stand as they are written, and it is told', async () => {
  const { render } = open(nowhere);
  expect(await render(wordedLesson)).toBe(nothingWritten);
  expect(await render(wordedLesson)).toBe(nothingWritten);
  expect(bugs).toHaveLength(2);
});

test('a hundred steps full of formulas do not hold up who waits for something else', async () => {
  const { render } = open(built);
  await render('$x$');
  const steps = Array.from({ length: 100 }, (_, i) => `${'$\\frac{a}{b_{c^d}}$ '.repeat(80)}${i}`);
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const before = performance.now();
  const written = await render(steps);
  const took = performance.now() - before;
  clearInterval(ticking);
  expect(Object.keys(written).length).toBe(100);
  expect(longest).toBeLessThan(Math.max(60, took / 2));
});
