import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedSteps, rank } from '#shared/session/board';
import type { SeatId } from '#shared/session/events';
import { crowded, sizeOf } from '#shared/session/ranks';
import type { SessionState } from '#shared/session/state';
import { common } from '#shared/session/views';
import type { ScreenView } from '#shared/session/views/types';
import { bestNeuron, gate, lessonOf, silentNeuron, thinNeuron } from '../support/lesson';
import { Classroom, names } from '../support/session';

/** What a seat does in a step. */
const deeds = { right: bestNeuron, part: thinNeuron, wrong: silentNeuron, silent: null, away: null };
type Deed = keyof typeof deeds;

/** Some seats through some steps: a row for each seat, a deed for each step. */
type Play = readonly (readonly Deed[])[];

const deed = fc.constantFrom<Deed>('right', 'part', 'wrong', 'silent', 'away');

const playOf = (seats: number, steps: number): fc.Arbitrary<Play> =>
  fc.integer({ min: 1, max: steps }).chain((many) =>
    fc.array(fc.array(deed, { minLength: many, maxLength: many }), {
      ...{ minLength: 2, maxLength: seats, size: 'max' },
    }),
  );

const seatOf = (index: number): SeatId => `seat-${String(index).padStart(2, '0')}`;

interface Telling {
  /** The steps to play, from the first one; all, unless told. */
  readonly steps?: number;
  /** In which order seats come in and answer; by their number, unless told. */
  readonly order?: readonly number[];
}

/** A class that has played; steps have different worths, so that shares do. */
function told(
  play: Play,
  { steps = play[0]?.length ?? 0, order = [...play.keys()] }: Telling = {},
): Classroom {
  const room = new Classroom(
    lessonOf(...(play[0] ?? []).map((_, i) => gate({ points: 300 + 100 * (i % 3) }))),
  );
  for (const index of order) room.join(seatOf(index));
  for (let step = 0; step < steps; step += 1) {
    const here = order.filter((index) => play[index]?.[step] !== 'away');
    room.here.clear();
    for (const index of here) room.here.add(seatOf(index));
    const answers = here.flatMap((index) => {
      const submission = deeds[play[index]?.[step] ?? 'away'];
      return submission ? [[seatOf(index), submission] as const] : [];
    });
    room.played(step, Object.fromEntries(answers));
  }
  return room;
}

/** What was won of what could be, as a fraction that is not rounded. */
function shareOf({ steps, lesson }: SessionState, seat: SeatId) {
  const there = [...steps.entries()].filter(
    ([, step]) => step.phase === 'revealed' && step.present.has(seat),
  );
  const won = there
    .map(([, step]) => step.answers.get(seat))
    .map((one) => (one?.outcome === 'graded' ? one.points : 0));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { won: sum(won), of: sum(there.map(([index]) => lesson.steps[index]?.points ?? 0)) };
}

/** Whether a share is less than another one. */
const less = (a: ReturnType<typeof shareOf>, b: ReturnType<typeof shareOf>) => a.won * b.of < b.won * a.of;

const rankOf = ({ places }: SessionState, seat: SeatId) => places.get(seat)?.rank ?? null;

test('R82 one more step without a latecomer lifts them above nobody whose share has not fallen', () => {
  let passed = 0;
  fc.assert(
    fc.property(playOf(7, 6), (play) => {
      const steps = play[0]?.length ?? 0;
      // The first seat is away in the last step.
      const absent = play.map((row, i) => (i === 0 ? [...row.slice(0, -1), 'away' as const] : row));
      const [before, after] = [told(absent, { steps: steps - 1 }).state, told(absent).state];
      const me = seatOf(0);
      const [was, is] = [rankOf(before, me), rankOf(after, me)];
      if (was === null) expect(is).toBeNull();
      if (is === null) return;
      expect(shareOf(after, me)).toEqual(shareOf(before, me));
      for (const other of play.keys()) {
        const [theirs, now] = [rankOf(before, seatOf(other)), rankOf(after, seatOf(other))];
        if (theirs === null || now === null || theirs > (was ?? 0) || now <= is) continue;
        passed += 1;
        expect(less(shareOf(after, seatOf(other)), shareOf(before, seatOf(other)))).toBe(true);
      }
    }),
    { numRuns: 400, seed: 11 },
  );
  expect(passed).toBeGreaterThan(0);
});

test('R82 everybody who was in a counted step is either on the board or beside it, by half of the steps', () => {
  fc.assert(
    fc.property(playOf(8, 6), (play) => {
      const { state } = told(play);
      const counted = countedSteps(state);
      for (const [index, row] of play.entries()) {
        const there = row.filter((one) => one !== 'away').length;
        const seat = seatOf(index);
        expect(state.places.has(seat)).toBe(there > 0 && 2 * there >= counted);
        expect(state.beside.has(seat)).toBe(there > 0 && 2 * there < counted);
      }
    }),
    { numRuns: 200, seed: 12 },
  );
});

test('R41 ties are stable: equal deeds are one rank, whoever came first, and nothing that happens aside moves them', () => {
  fc.assert(
    fc.property(playOf(5, 4), (play) => {
      // Each seat has a twin.
      const twins = play.flatMap((row) => [row, row]);
      const room = told(twins);
      for (const index of play.keys())
        expect(rankOf(room.state, seatOf(2 * index))).toBe(rankOf(room.state, seatOf(2 * index + 1)));
      const { board } = room.state;
      const backwards = told(twins, { order: [...twins.keys()].reverse() });
      expect(backwards.state.board).toEqual(board);
      room.host({ type: 'rename', seat: seatOf(0), name: 'row-x' });
      room.host({ type: 'kick', seat: seatOf(1) });
      room.host({ type: 'readmit', seat: seatOf(1) });
      rank(room.state);
      expect(room.state.board).toEqual(board);
    }),
    { numRuns: 150, seed: 13 },
  );
});

test('R40 the order in which answers stand in the log does not matter to the board', () => {
  const shuffled = playOf(7, 4).chain((play) =>
    fc.tuple(
      fc.constant(play),
      fc.shuffledSubarray([...play.keys()], { minLength: play.length, maxLength: play.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([play, order]) => {
      const [one, other] = [told(play).state, told(play, { order }).state];
      expect(other.board).toEqual(one.board);
      expect([...other.beside]).toEqual([...one.beside]);
    }),
    { numRuns: 200, seed: 14 },
  );
});

test('R84 everybody with a rank is in some line, by name or counted, and everybody beside the board too', () => {
  let crowds = 0;
  fc.assert(
    fc.property(playOf(40, 3), (play) => {
      const room = told(play);
      room.go({ at: 'podium' });
      const { top, rest } = common(room.state, 'screen', names) as ScreenView;
      const lines = crowded(top ?? [], rest?.crowds ?? []);
      crowds += rest?.crowds.length ?? 0;
      const { board, beside } = room.state;
      for (const line of lines)
        expect(sizeOf([line])).toBe(board.filter((row) => row.rank === line.rank).length);
      expect(lines.length).toBeLessThanOrEqual(10);
      const onLines = new Set(lines.map((line) => line.rank));
      expect(rest?.below).toBe(board.filter((row) => !onLines.has(row.rank)).length);
      expect((rest?.beside.names.length ?? 0) + (rest?.beside.more ?? 0)).toBe(beside.size);
      // Compact: ten first ranks name at most nine others and the six of one crowd.
      expect(top?.length).toBeLessThanOrEqual(15);
    }),
    { numRuns: 150, seed: 15 },
  );
  expect(crowds).toBeGreaterThan(20);
});
