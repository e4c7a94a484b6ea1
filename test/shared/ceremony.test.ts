import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '#shared/session/evolve';
import { climbOf, gainOf, topClimbers } from '#shared/session/gains';
import { allStandAfter, standingAfter } from '#shared/session/podium';
import { common, pulse } from '#shared/session/views';
import type { PhoneView, ScreenView } from '#shared/session/views/types';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single, thinNeuron } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const lesson = lessonOf(single(), single(), single());
const right = picks('c');
const screen = ({ state }: Pick<Classroom, 'state'>) => common(state, 'screen', names) as ScreenView;
const phone = ({ state }: Pick<Classroom, 'state'>) => common(state, 'phone', names) as PhoneView;

describe('the podium', () => {
  test('R99 rises from its lowest step up, 1.5 s apart', () => {
    const after = (steps: number) =>
      [-5, 0, 1_499, 1_500, 3_000, 9_000].map((ms) => standingAfter(ms, steps));
    expect(after(3)).toEqual([1, 1, 1, 2, 3, 3]);
    expect(after(1)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(after(0)).toEqual([0, 0, 0, 0, 0, 0]);
    expect([0, 1, 2, 3].map(allStandAfter)).toEqual([0, 0, 1_500, 3_000]);
    expect([1, 2, 3].map((steps) => standingAfter(allStandAfter(steps), steps))).toEqual([1, 2, 3]);
  });

  test('R99 projector and phones count from when the class came to it, last', () => {
    const room = classOf(lesson, ['ada']).played(0, { ada: right });
    expect(screen(room).podiumAt).toBeNull();
    room.wait(4_000).go({ at: 'podium' });
    expect([screen(room).podiumAt, phone(room).podiumAt]).toEqual([4_000, 4_000]);
    room.wait(1_000).go({ at: 'step', step: 1 });
    room.wait(1_000).go({ at: 'podium' });
    expect([screen(room).podiumAt, phone({ state: replay(room.log) }).podiumAt]).toEqual([6_000, 6_000]);
  });
});

describe('what has changed since the board before', () => {
  /** Plays a step in which each seat does as told, and shows its board. */
  function board(room: Classroom, step: number, answers: Readonly<Record<string, unknown>>): ScreenView {
    room.played(step, answers);
    room.go({ at: 'board', step });
    return screen(room);
  }
  const gates = (steps: number) => lessonOf(...Array.from({ length: steps }, () => gate()));
  const told = ({ top, gains }: ScreenView) =>
    (top ?? []).map((row) => [row.seat, gains && climbOf(row, gains), gains && gainOf(row, gains)]);

  test('R100 a first board has no climbs, but says what its step gave', () => {
    const room = classOf(gates(2), ['ada', 'ben']);
    const first = board(room, 0, { ada: bestNeuron, ben: thinNeuron });
    const none = { places: 0, fromBelow: false };
    expect(told(first)).toEqual([
      ['ada', none, [1_000, 1_000]],
      ['ben', none, [600, 600]],
    ]);
    expect(first.gains && topClimbers(first.top ?? [], first.gains)).toEqual([]);
  });

  test('R100 a board says who has climbed by how many, and shown again it says the same', () => {
    const room = classOf(gates(3), ['ada', 'ben', 'cleo', 'dina']);
    room.here.delete('dina');
    board(room, 0, { ada: bestNeuron, ben: thinNeuron, cleo: silentNeuron });
    const second = board(room, 1, { cleo: bestNeuron, ben: bestNeuron });
    // Ben 1,600 of 2,000; Ada and Cleo 1,000, of whom Ada has no gain.
    expect(
      told(second).map(([seat, climb, gain]) => [seat, (climb as { places: number }).places, gain]),
    ).toEqual([
      ['ben', 1, [1_000, 1_000]],
      ['ada', 0, [0, 1_000]],
      ['cleo', 1, [0, 1_000]],
    ]);
    expect(second.gains && topClimbers(second.top ?? [], second.gains).map(({ seat }) => seat)).toEqual([
      ...['ben', 'cleo'],
    ]);
    room.go({ at: 'step', step: 1 });
    expect(screen(room).gains).toBeNull();
    room.go({ at: 'board', step: 1 });
    expect(screen(room).gains).toEqual(second.gains);
    expect(screen({ state: replay(room.log) }).gains).toEqual(second.gains);
    expect('gains' in phone(room)).toBe(false);
  });

  test('R100 a hidden board was not seen', () => {
    const room = classOf(gates(3), ['ada', 'ben']);
    board(room, 0, { ada: bestNeuron });
    room.host({ type: 'show-board', shown: false });
    expect(board(room, 1, { ben: bestNeuron }).gains).toBeNull();
    room.host({ type: 'show-board', shown: true });
    expect(told(screen(room)).map(([seat, climb]) => [seat, climb])).toEqual([
      ['ada', { places: 0, fromBelow: false }],
      ['ben', { places: 1, fromBelow: false }],
    ]);
  });

  test('R100 no place below the ten first ranks is told, also not of who has come up from there', () => {
    const seats = Array.from({ length: 12 }, (_, i) => `seat-${10 + i}`);
    const room = classOf(lessonOf(...[1, 2, 4, 8, 90].map((times) => gate({ points: times * 100 }))), seats);
    for (const step of [0, 1, 2, 3]) {
      // Twelve shares, the last seat first.
      const winners = seats.filter((_, i) => ((i >> step) & 1) === 1);
      room.played(step, Object.fromEntries(winners.map((seat) => [seat, bestNeuron])));
    }
    room.go({ at: 'board', step: 3 });
    expect(screen(room).top?.map(({ seat }) => seat)).not.toContain('seat-10');
    const { top, gains } = board(room, 4, { 'seat-10': bestNeuron });
    expect(top?.[0]).toMatchObject({ seat: 'seat-10', rank: 1 });
    expect(gains?.stood['seat-10']).toBeNull();
    expect(gains && climbOf({ seat: 'seat-10', rank: 1 }, gains)).toEqual({ places: 10, fromBelow: true });
    expect(gains && topClimbers(top ?? [], gains).map(({ seat }) => seat)).toEqual(['seat-10']);
  });

  test('R100 what a board says of the one before is what that one showed, for every class', () => {
    const deed = fc.constantFrom(bestNeuron, thinNeuron, silentNeuron, null, 'away');
    const play = fc.array(fc.array(deed, { minLength: 13, maxLength: 13 }), { minLength: 2, maxLength: 4 });
    let climbs = 0;
    fc.assert(
      fc.property(play, (steps) => {
        const seats = Array.from({ length: 13 }, (_, i) => `seat-${10 + i}`);
        const room = classOf(gates(steps.length), seats);
        let before: ScreenView | null = null;
        for (const [step, deeds] of steps.entries()) {
          const there = seats.filter((_, i) => deeds[i] !== 'away');
          room.here.clear();
          for (const seat of there) room.here.add(seat);
          const answers = there.flatMap((seat) => {
            const answer = deeds[seats.indexOf(seat)];
            return answer === null ? [] : [[seat, answer] as const];
          });
          const now = board(room, step, Object.fromEntries(answers));
          for (const row of now.top ?? []) {
            const shown = before?.top?.find(({ seat }) => seat === row.seat);
            const was = now.gains?.stood[row.seat];
            if (shown) expect(was).toEqual({ ...was, rank: shown.rank, points: shown.points });
            expect(was?.rank ?? 1).toBeLessThanOrEqual(10);
            if (now.gains && climbOf(row, now.gains).places > 0) climbs += 1;
          }
          expect(screen({ state: replay(room.log) }).gains).toEqual(now.gains);
          before = now;
        }
      }),
      { numRuns: 60, seed: 100 },
    );
    expect(climbs).toBeGreaterThan(20);
  });
});

describe('the lines of who waits in the lobby', () => {
  const drafts = new Map<string, unknown>([
    ['ada', -30],
    ['ben', 45],
    ['cleo', 45],
    ['gone', 10],
  ]);
  const picture = ({ state, here }: Classroom) =>
    pulse(state, { here: (seat) => here.has(seat), drafts }).picture;

  test('R101 are counted by their degrees, for those who are there and were not kicked', () => {
    const room = classOf(lesson, ['ada', 'ben', 'cleo', 'gone']);
    room.here.delete('gone');
    expect(picture(room)).toEqual({ lines: { '-30': 1, 45: 2 } });
    room.host({ type: 'kick', seat: 'ben' });
    expect(picture(room)).toEqual({ lines: { '-30': 1, 45: 1 } });
    room.here.clear();
    expect(picture(room)).toBeNull();
  });

  test('R101 are gone once the class has left the lobby', () => {
    const room = classOf(lesson, ['ada', 'ben']);
    room.go({ at: 'step', step: 0 });
    expect(picture(room)).toBeNull();
  });
});

describe('what the end shows of a class', () => {
  const end = (room: Classroom): ScreenView => {
    room.host({ type: 'end' });
    return screen(room);
  };

  test('R102 its last lines of the revealed steps that were tuned by hand, and its right answers, without a name', () => {
    const room = classOf(lessonOf(gate(), single(), gate(), gate()), ['ada', 'ben', 'cleo']);
    room.played(0, { ada: bestNeuron, ben: bestNeuron, cleo: thinNeuron });
    room.here.delete('cleo');
    room.played(1, { ada: right, ben: picks('a') });
    room.opened(2).submit('ada', 2, bestNeuron);
    expect(screen(room).work).toBeNull();
    const { work } = end(room);
    expect(work?.drawings.map(({ index, kind, picture }) => [index, kind, picture])).toEqual([
      [0, 'gate', { lines: { '10,10,-15': 2, '10,10,-20': 1 }, all: 3, holding: 3 }],
    ]);
    expect(work?.drawings[0]?.view).toEqual(room.state.steps[0]?.activity.view(null));
    expect(work?.shares).toEqual([
      { index: 0, right: 3, of: 3 },
      { index: 1, right: 1, of: 2 },
    ]);
    expect(JSON.stringify(work)).not.toMatch(/ada|ben|cleo/);
    expect('work' in phone(room)).toBe(false);
  });

  test('R102 who was kicked has drawn nothing, and of many drawings the last six are shown', () => {
    const room = classOf(lessonOf(...Array.from({ length: 8 }, () => gate())), ['ada', 'ben']);
    for (let step = 0; step < 8; step += 1) room.played(step, { ada: bestNeuron, ben: thinNeuron });
    room.host({ type: 'kick', seat: 'ben' });
    const { work } = end(room);
    expect(work?.drawings.map(({ index }) => index)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(work?.drawings[0]?.picture).toEqual({ lines: { '10,10,-15': 1 }, all: 1, holding: 1 });
    expect(work?.shares[0]).toEqual({ index: 0, right: 1, of: 1 });
    room.host({ type: 'undo-end' });
    expect(screen(room).work).toBeNull();
  });
});
