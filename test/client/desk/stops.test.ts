import { expect, test } from 'vitest';
import type { Station } from '#shared/session/views';
import { back, forward } from '../../../client/pages/desk/moves';
import { planOf } from '../../../client/pages/desk/plan';
import { isSkipped, stopsOf, toCome } from '../../../client/pages/desk/stops';

const station = (again: number | null = null, phase: Station['phase'] = 'revealed'): Station => ({
  ...{
    again,
    phase,
    kind: 'choice',
    title: { it: 'Passo' },
    points: 100,
    seconds: 60,
    star: false,
    answers: null,
  },
});

/** Two steps; the first was played again twice, the second once. */
const stations = [station(), station(), station(1), station(0), station(0, 'waiting')];
const step = (index: number) => ({ at: 'step', step: index }) as const;

test('a step that is played again stands behind its first round on the line', () => {
  expect(stopsOf(stations).map((stop) => stop.step)).toEqual([0, 3, 4, 1, 2]);
});

test('arrows go on behind the step that is played again, and back to its first round', () => {
  expect(forward({ stage: step(3), stations })).toEqual(step(1));
  expect(forward({ stage: step(2), stations })).toEqual({ at: 'podium' });
  expect(back({ stage: step(3), stations })).toEqual(step(0));
  expect(back({ stage: { at: 'podium' }, stations })).toEqual(step(1));
});

test('what still comes is what the lesson has behind it', () => {
  const fresh = [station(), station(null, 'waiting'), station(0, 'open'), station(0, 'waiting')];
  expect(planOf(fresh, 2).rest).toBe(120_000);
});

test('once a lesson goes by its short path, what is not on it and was not played is past by', () => {
  const starred = { ...station(null, 'waiting'), star: true };
  const stations = [starred, station(null, 'waiting'), station(null, 'revealed')];
  const skipped = (short: boolean) => stations.map((one) => isSkipped(one, { short, stations }));
  expect(skipped(true)).toEqual([false, true, false]);
  expect(skipped(false)).toEqual([false, false, false]);
});

test('a lesson without marks goes past nothing', () => {
  const unmarked = [station(null, 'waiting'), station(null, 'waiting')];
  expect(unmarked.map((one) => isSkipped(one, { short: true, stations: unmarked }))).toEqual([false, false]);
});

test('what the class has not seen yet counts neither slides that were shown nor what the short path leaves out', () => {
  const path = [
    { ...station(null, 'shown'), star: true },
    { ...station(), star: true },
    { ...station(null, 'closed'), star: true },
    station(null, 'waiting'),
  ];
  expect(toCome({ short: false, stations: path })).toBe(2);
  expect(toCome({ short: true, stations: path })).toBe(1);
});
