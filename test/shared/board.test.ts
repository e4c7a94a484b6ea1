import { describe, expect, test } from 'vitest';
import { nextAction } from '#shared/session/conductor/next';
import { own, common } from '#shared/session/views';
import type { ScreenView } from '#shared/session/views/types';
import { classOf, names } from '../support/session';
import { boardOf, placeOf } from '../support/fold';
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

const lesson = lessonOf(single(), gate(), several({ points: 500 }));
const right = picks('c');
const wrong = picks('a');

describe('the reveal and the board', () => {
  test('R38 only a closed step is revealed, and a revealed one stays as it is', () => {
    const room = classOf(lesson, ['ada']);
    const reveal = { type: 'reveal', step: 0 } as const;
    expect(room.host(reveal)).toBe('wrong-phase');
    room.opened(0);
    expect(room.host(reveal)).toBe('wrong-phase');
    room.host({ type: 'close', step: 0 });
    expect(room.host(reveal)).toEqual(['step-revealed']);
    expect(room.host(reveal)).toBe('wrong-phase');
    expect(room.host({ type: 'open', step: 0 })).toBe('wrong-phase');
    expect(room.host({ type: 'close', step: 0 })).toBe('wrong-phase');
    expect(room.host({ type: 'reveal', step: 9 })).toBe('unknown-step');
  });

  test('R39 the board counts revealed steps that are worth points, and nothing else', () => {
    const room = classOf(lessonOf(single({ points: 0 }), single(), single()), ['ada']);
    room.played(0, { ada: right });
    expect(boardOf(room.state)).toEqual([]);
    room.played(1, { ada: right });
    room.opened(2).submit('ada', 2, right);
    room.host({ type: 'close', step: 2 });
    expect(placeOf(room.state, 'ada')).toEqual({
      ...{ seat: 'ada', rank: 1, share: 1_000, points: 1_000, right: 1, steps: 1 },
    });
  });

  test('R40 a seat ranks by its share where it was present: absent is not 0', () => {
    const room = classOf(lesson, ['ada']);
    room.played(0, { ada: right });
    room.join('late');
    room.join('never');
    room.here.delete('never');
    room.played(1, { ada: thinNeuron, late: bestNeuron });
    expect(boardOf(room.state)).toEqual(['1 late', '2 ada']);
    expect(placeOf(room.state, 'late')).toMatchObject({ points: 1_000, steps: 1 });
    expect(placeOf(room.state, 'ada')).toMatchObject({ points: 1_600, steps: 2 });
    expect(placeOf(room.state, 'never')).toBeNull();
  });

  test('R40 who was present and said nothing has 0 points of all that could be won', () => {
    const room = classOf(lesson, ['ada', 'mute']).played(0, { ada: right });
    expect(placeOf(room.state, 'mute')).toEqual({
      ...{ seat: 'mute', rank: 2, share: 0, points: 0, right: 0, steps: 1 },
    });
  });

  test('R41 equal shares share a rank, the next is skipped, and more right answers stand first', () => {
    const steps = lessonOf(gate({ points: 1_000 }), gate({ points: 600 }));
    const room = classOf(steps, ['ada', 'ben', 'cleo', 'dina']);
    room.played(0, { ada: silentNeuron, ben: thinNeuron, cleo: silentNeuron, dina: silentNeuron });
    expect(boardOf(room.state)).toEqual(['1 ben', '2 ada', '2 cleo', '2 dina']);
    room.played(1, { ada: bestNeuron, ben: silentNeuron, cleo: bestNeuron, dina: silentNeuron });
    // ben: 600 of 1,600 with one right; ada and cleo: the same.
    expect(boardOf(room.state)).toEqual(['1 ada', '1 ben', '1 cleo', '4 dina']);
  });

  test('R41 of two with the same share, who has more right answers stands first with the same rank', () => {
    const room = classOf(lessonOf(several({ points: 500 }), several({ points: 500 })), ['ada', 'zoe']);
    room.played(0, { ada: picks('a'), zoe: picks('a', 'c') });
    room.played(1, { ada: picks('c'), zoe: picks('b') });
    expect(boardOf(room.state)).toEqual(['1 zoe', '1 ada']);
  });

  test('R42 a kicked seat has no place; readmitted, it has the place of what it did', () => {
    const room = classOf(lesson, ['ada', 'ben']).played(0, { ada: right, ben: wrong });
    room.host({ type: 'kick', seat: 'ada' });
    expect(boardOf(room.state)).toEqual(['1 ben']);
    expect(placeOf(room.state, 'ada')).toBeNull();
    room.host({ type: 'readmit', seat: 'ada' });
    expect(boardOf(room.state)).toEqual(['1 ada', '2 ben']);
  });

  test('R43 who was not present in every counted step is marked as late', () => {
    const room = classOf(lesson, ['ada']).played(0, { ada: right });
    room.join('late');
    room.played(1, { ada: bestNeuron, late: bestNeuron });
    room.go({ at: 'board', step: 1 });
    const { top } = common(room.state, 'screen', names) as ScreenView;
    expect(top?.map(({ seat, late }) => [seat, late])).toEqual([
      ['ada', false],
      ['late', true],
    ]);
    expect(own(room.state, 'late', names)?.place?.late).toBe(true);
    expect(own(room.state, 'ada', names)?.place?.late).toBe(false);
  });
});

describe('a step without its board', () => {
  test('R134 the lesson goes on behind it, the step counts, and the board can still be shown', () => {
    const quick = lessonOf(single({ board: false }), gate({ board: true }), several());
    const room = classOf(quick, ['ada', 'ben']).played(0, { ada: right, ben: wrong });
    expect(nextAction(room.state)).toEqual({
      ...{ type: 'go', from: { at: 'step', step: 0 }, to: { at: 'step', step: 1 } },
    });
    expect(boardOf(room.state)).toEqual(['1 ada', '2 ben']);
    expect(room.go({ at: 'board', step: 0 })).toEqual(['stage-entered']);
    room.played(1);
    expect(nextAction(room.state)).toMatchObject({ to: { at: 'board', step: 1 } });
  });
});
