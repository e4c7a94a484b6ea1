import { expect, test } from 'vitest';
import { ownReview } from '#shared/session/own-review';
import {
  bestNeuron,
  gate,
  lessonOf,
  picks,
  several,
  silentNeuron,
  single,
  thinNeuron,
} from '../support/lesson';
import { classOf, names } from '../support/session';

function lesson() {
  const room = classOf(lessonOf(single(), gate(), several(), single({ id: 'last' })), ['ada', 'ben', 'cleo']);
  room.played(0, { ada: picks('c'), ben: picks('a') });
  room.opened(1).submit('ada', 1, silentNeuron);
  room.submit('ada', 1, thinNeuron);
  room.submit('ben', 1, bestNeuron);
  room.host({ type: 'close', step: 1 });
  room.host({ type: 'reveal', step: 1 });
  room.opened(2).submit('ada', 2, picks('a', 'c'));
  room.host({ type: 'close', step: 2 });
  room.host({ type: 'kick', seat: 'cleo' });
  room.go({ at: 'podium' });
  room.host({ type: 'end' });
  return room;
}

test('a student reads their own path: what they sent, what was right, their points and their place', () => {
  const room = lesson();
  const seen = ownReview(room.log, room.state, 'ada', names);
  expect(seen).toMatchObject({
    name: 'Name of row-ada',
    counted: 2,
    place: { rank: 1, points: 1_600, right: 2 },
  });
  expect(seen?.steps.map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(seen?.steps[0]?.after?.reveal).toEqual({ right: ['c'], told: null });
  expect(seen?.steps[1]?.submissions.map(({ points, counts }) => [points, counts])).toEqual([
    [0, false],
    [600, true],
  ]);
});

test('a step that was never revealed says nothing of the right answer, nor of scores', () => {
  const room = lesson();
  const step = ownReview(room.log, room.state, 'ada', names)?.steps[2];
  expect(step?.after).toBeNull();
  expect(step?.submissions).toMatchObject([{ score: null, right: false, points: null, counts: true }]);
});

test('nothing of anybody else is in it', () => {
  const room = lesson();
  const before = JSON.stringify(ownReview(room.log, room.state, 'ada', names));
  expect(before).not.toMatch(/ben|cleo|token|secret/);
  const others = room.log.filter(({ event }) => event.type !== 'submitted' || event.seat === 'ada');
  expect(JSON.stringify(ownReview(others, room.state, 'ada', names))).toBe(before);
});

test('who was kicked, or was never there, has no review', () => {
  const room = lesson();
  expect(ownReview(room.log, room.state, 'cleo', names)).toBeNull();
  expect(ownReview(room.log, room.state, 'nobody', names)).toBeNull();
});
