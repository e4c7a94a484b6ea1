import { expect, test } from 'vitest';
import { simulate, type Story } from './simulation';

const SEEDS = 100;
const STEPS = 1_000;

test('100 classes on bad days: nothing acked is lost, nothing counts twice, nobody stays in the past', async () => {
  const stories: Story[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) stories.push(await simulate(seed, STEPS));
  expect(stories.flatMap(({ seed, findings }) => findings.map((one) => `seed ${seed}: ${one}`))).toEqual([]);
  const sum = (of: (story: Story) => number) => stories.reduce((n, story) => n + of(story), 0);
  // What is judged has really happened.
  expect(sum(({ steps }) => steps)).toBeGreaterThan(SEEDS * STEPS);
  expect(sum(({ answers }) => answers)).toBeGreaterThan(300);
  expect(sum(({ reveals }) => reveals)).toBeGreaterThan(100);
  expect(sum(({ asides }) => asides.expected)).toBeGreaterThan(300);
  expect(sum(({ asides }) => asides.hints)).toBeGreaterThan(40);
  expect(sum(({ asides }) => asides.soon)).toBeGreaterThan(15);
  expect(sum(({ crashes }) => crashes)).toBeGreaterThan(30);
  expect(sum(({ waits }) => waits)).toBeGreaterThan(15);
});

test('the same seed tells the same story', async () => {
  expect(await simulate(7, 400)).toEqual(await simulate(7, 400));
});
