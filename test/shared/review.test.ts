import { expect, test } from 'vitest';
import { seatSeed } from '#shared/session/ledger/positions';
import { meanScore, review } from '#shared/session/review';
import { common, own, pulse } from '#shared/session/views';
import type { ScreenView } from '#shared/session/views/types';
import { classOf, names } from '../support/session';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single, thinNeuron } from '../support/lesson';

const nobodyHere = { here: () => false, drafts: new Map() };

test('R61 a review rebuilt from the log says what was shown live', () => {
  const room = classOf(lessonOf(single(), gate()), ['ada', 'ben', 'cleo']);
  room.opened(0).wait(900).submit('ada', 0, picks('c'));
  room.submit('ben', 0, picks('a'));
  room.submit('cleo', 0, picks('d'));
  room.host({ type: 'close', step: 0 });
  room.host({ type: 'kick', seat: 'cleo' });
  room.host({ type: 'reveal', step: 0 });
  const firstPulse = pulse(room.state, nobodyHere);
  room.opened(1).submit('ada', 1, silentNeuron);
  room.submit('ada', 1, thinNeuron);
  room.submit('ben', 1, bestNeuron);
  room.host({ type: 'close', step: 1 });
  room.host({ type: 'reveal', step: 1 });
  const secondPulse = pulse(room.state, nobodyHere);
  const shown = common(room.state, 'screen', names) as ScreenView;
  const places = ['ada', 'ben'].map((seat) => own(room.state, seat, names)?.place);
  room.wait(5_000).host({ type: 'end' });

  const past = review(room.log, names);
  expect(past).toMatchObject({ code: '123456', lasted: 5_900, ended: true });
  expect(past.steps.map(({ picture }) => picture)).toEqual([firstPulse.picture, secondPulse.picture]);
  expect(past.steps.map(({ answered }) => answered)).toEqual([firstPulse.answered, secondPulse.answered]);
  expect(past.steps[1]).toMatchObject({
    after: shown.step?.after,
    view: shown.activity,
    right: 2,
    present: 2,
  });
  expect(past.steps.map(({ meanScore: mean }) => mean)).toEqual([0.5, 0.8]);
  const [ada, ben, cleo] = past.students;
  expect([ada, ben].map((one) => [one?.rank, one?.points, one?.right])).toEqual(
    places.map((place) => [place?.rank, place?.points, place?.right]),
  );
  expect(cleo).toMatchObject({ kicked: true, rank: null, name: 'Name of row-cleo' });
  expect(ada?.steps[1]?.submissions.map(({ points, counts }) => [points, counts])).toEqual([
    [0, false],
    [600, true],
  ]);
  expect(ada?.steps[0]?.submissions[0]).toMatchObject({ at: 900, score: 1, right: true, points: 1_000 });
});

test('R61 a step that nobody was present for has no mean score', () => {
  const room = classOf(lessonOf(single()), ['ada']);
  room.here.clear();
  expect(meanScore(room.played(0).state, 0)).toBeNull();
  expect(review(room.log, names).steps[0]?.meanScore).toBeNull();
});

test('each student stands beside what was asked at their own seat, where that differs', () => {
  const own = single({
    kind: 'numeric',
    config: {
      variants: [2, 3, 5].map((answer) => ({
        given: { it: `${answer}`, en: `${answer}` },
        answer,
        mistakes: [],
      })),
      ...{ unit: null, tolerance: 0, partial: false },
    },
  });
  const seats = ['ada', 'ben', 'cleo', 'dora', 'eve'];
  const room = classOf(lessonOf(own, single({ id: 'alike' })), seats);
  const numbers = Object.fromEntries(seats.slice(1).map((seat) => [seat, { value: 5 }]));
  room.played(0, numbers).played(1, { ada: picks('a'), ben: picks('a') });
  const past = review(room.log, names);
  for (const { seat, steps } of past.students) {
    const [asked, alike] = steps;
    expect(asked?.view).toEqual(
      seat === 'ada' ? undefined : room.state.steps[0]?.activity.view(seatSeed(room.state, seat, 0)),
    );
    expect(alike).not.toHaveProperty('view');
  }
  const variants = past.students.flatMap(
    ({ steps }) => (steps[0]?.view as { variant: number } | undefined) ?? [],
  );
  expect(new Set(variants.map(({ variant }) => variant)).size).toBeGreaterThan(1);
});
