import { expect, test } from 'vitest';
import type { Stage } from '#shared/session/events';
import type { Station } from '#shared/session/views';
import { back, cutShort, forward } from '../../../client/pages/desk/moves';

const lesson = (...phases: Station['phase'][]): Station[] =>
  phases.map((phase) => ({
    again: null,
    kind: 'choice',
    title: { it: 'Passo', en: 'Step' },
    points: 100,
    seconds: 30,
    phase,
    star: false,
    answers: null,
  }));

const step = (index: number): Stage => ({ at: 'step', step: index });
const board = (index: number): Stage => ({ at: 'board', step: index });

const fresh = lesson('waiting', 'waiting', 'waiting');
const played = lesson('revealed', 'revealed', 'revealed');

test.each([
  ['the lobby', { at: 'lobby' }, fresh, step(0)],
  ['a step', step(0), fresh, step(1)],
  ['a board', board(1), played, step(2)],
  ['the last step of a played lesson', step(2), played, { at: 'podium' }],
  ['the last step of a lesson that revealed nothing', step(2), fresh, null],
  ['the podium', { at: 'podium' }, played, null],
] as const)('forward from %s', (_, stage, stations, to) => {
  expect(forward({ stage, stations })).toEqual(to);
});

test.each([
  ['the lobby', { at: 'lobby' }, fresh, null],
  ['the first step, while nothing was played', step(0), fresh, { at: 'lobby' }],
  ['the first step, once it was played', step(0), played, null],
  ['a later step', step(2), played, step(1)],
  ['a board to its own step', board(1), played, step(1)],
  ['the podium to the last step', { at: 'podium' }, played, step(2)],
  ['the end', { at: 'ended' }, played, null],
] as const)('back from %s', (_, stage, stations, to) => {
  expect(back({ stage, stations })).toEqual(to);
});

test('leaving an open step cuts it short, staying on it does not', () => {
  const where = { stage: step(1), stations: lesson('revealed', 'open', 'waiting') };
  expect(cutShort(where, step(2))).toBe(1);
  expect(cutShort(where, { at: 'podium' })).toBe(1);
  expect(cutShort(where, step(1))).toBeNull();
});

test('a closed step is left without a question', () => {
  expect(cutShort({ stage: step(0), stations: lesson('closed', 'waiting') }, step(1))).toBeNull();
});
