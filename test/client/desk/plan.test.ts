import { describe, expect, test } from 'vitest';
import { behind, leaveOut, minutes, planOf } from '../../../client/pages/desk/plan';
import { lessons } from '../../support/lessons';

const station = (phase: 'waiting' | 'open' | 'revealed', seconds: number | null = 60, star = false) => ({
  ...{ phase, seconds, star },
  again: null,
});

/** Minutes of a plan. */
const inMinutes = (...given: Parameters<typeof planOf>) =>
  Object.values(planOf(...given)).map((ms: number) => minutes(ms));

describe('the plan of a lesson', () => {
  test('gives a step its countdown and a minute, and two where there is no countdown', () => {
    expect(inMinutes([station('waiting'), station('waiting', null)], null)).toEqual([0, 0, 4]);
  });

  test('counts what was played before the step on stage, and leaves out what was skipped', () => {
    const stations = [station('revealed'), station('waiting'), station('open', 120), station('waiting')];
    expect(inMinutes(stations, 2)).toEqual([2, 5, 2]);
  });

  test('counts what is marked alone where the short path is taken', () => {
    const stations = [station('open'), station('waiting', 60, true), station('waiting', 120)];
    expect(inMinutes(stations, 0, true)).toEqual([0, 2, 2]);
    expect(inMinutes(stations, 0, false)).toEqual([0, 2, 5]);
  });

  test('counts a step that is played again once', () => {
    expect(inMinutes([station('open'), station('revealed')], 0)).toEqual([2, 4, 0]);
  });

  test.each([
    ['the long lesson: about 160 minutes', 'dal-neurone-alla-rete', 158, 162],
    ['its short path: 70 minutes with every countdown to its end', 'dal-neurone-alla-rete-45', 69, 71],
  ])('is close to what docs/lesson.md says of %s', (_words, lesson, least, most) => {
    const steps = lessons.find(({ id }) => id === lesson)?.steps ?? [];
    const [, , rest] = inMinutes(
      steps.map(({ seconds }) => ({ phase: 'waiting', seconds, again: null, star: false })),
      null,
    );
    expect(rest).toBeGreaterThanOrEqual(least);
    expect(rest).toBeLessThanOrEqual(most);
  });
});

test('a class is in time from when it should come to a step until it should leave it', () => {
  const plan = planOf([station('revealed'), station('open')], 1);
  expect(behind(119_999, plan)).toBe(0);
  expect(behind(60_000, plan)).toBe(-1);
  expect(behind(240_000, plan)).toBe(0);
  expect(behind(299_999, plan)).toBe(0);
  expect(behind(300_000, plan)).toBe(1);
});

describe('what a class that is late can leave out', () => {
  const stations = [
    station('open'),
    station('waiting', 60),
    station('waiting', 180),
    station('waiting', 300, true),
    station('waiting', 120),
  ];

  test('is the fewest coming steps that make up for it, in their order, and none of the short path', () => {
    expect(leaveOut(stations, 0, 3)).toEqual([2]);
    expect(leaveOut(stations, 0, 6)).toEqual([2, 4]);
    expect(leaveOut(stations, 0, 60)).toEqual([1, 2, 4]);
  });

  test('is nothing for who is in time, and nothing that is over', () => {
    expect(leaveOut(stations, 0, 0)).toEqual([]);
    expect(leaveOut(stations, 4, 9)).toEqual([]);
  });
});
