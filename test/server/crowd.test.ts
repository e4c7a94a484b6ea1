import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begin, evolve, replay } from '#shared/session/evolve';
import type { LoggedEvent, SeatId } from '#shared/session/events';
import { rank } from '#shared/session/board';
import { topOf } from '#shared/session/ranks';
import { review } from '#shared/session/review';
import type { SessionState } from '#shared/session/state';
import { audienceOf, common, type DeskView } from '#shared/session/views';
import { gather, playLesson, type SchoolClass } from '../load/school-class';
import { startEngine, type Engine } from '../support/engine';
import { ownOnPhone } from '../support/own';

let engine: Engine;

beforeEach(async () => {
  engine = await startEngine();
});

afterEach(async () => {
  await engine.stop();
});

/** The board that follows from the log alone. */
async function folded(id: string): Promise<SessionState> {
  const state = replay(await engine.log.read(id));
  rank(state);
  return state;
}

const boardRow = ({ seat, rank: place, points, right }: SessionState['board'][number]) => ({
  seat,
  rank: place,
  points,
  right,
});

const seatsOf = ({ phones }: SchoolClass): SeatId[] => phones.map(({ own }) => own?.seat ?? '');

/** What the room holds in memory, as a desk that has just come and every phone show it, is the fold of its log. */
async function expectViewsOf(state: SessionState, { id, phones }: SchoolClass): Promise<void> {
  const rows = await engine.log.names(id);
  const names = (row: string) => rows.get(row) ?? '';
  const desk = engine.desk(id);
  await desk.until((player) => player.common !== null);
  expect(desk.common).toEqual(asSent(common(state, 'desk', names) as DeskView));
  for (const phone of phones)
    expect(phone.own).toEqual(asSent(ownOnPhone(state, phone.own?.seat ?? '', names)));
}

const asSent = (view: unknown): unknown => JSON.parse(JSON.stringify(view));

/** What every phone, the desk and the projector show is what the log says. */
async function expectBoardOf({ id, phones, desk, screen }: SchoolClass): Promise<void> {
  const state = await folded(id);
  const top = topOf(state.board).flatMap(({ named }) => named.map(boardRow));
  const places = new Map(state.board.map((row) => [row.seat, boardRow(row)]));
  expect(places.size).toBe(phones.length);
  await screen.until(({ seq }) => seq === state.seq);
  for (const { common } of [desk, screen, ...phones]) expect(common?.top).toMatchObject(top);
  for (const { own } of phones) {
    const { rank: place, of, points, right } = own?.place ?? {};
    expect({ seat: own?.seat, rank: place, points, right }).toEqual(places.get(own?.seat ?? ''));
    expect(of).toBe(phones.length);
  }
}

describe('200 students on real sockets', () => {
  it('see after every step, and look back at, exactly the board that the log folds to', async () => {
    const school = await gather(engine, 200, 'Student');
    await playLesson(engine, school, () => expectBoardOf(school));
    await expectBoardOf(school);

    const log = await engine.log.read(school.id);
    const submitted = log.filter(({ event }) => event.type === 'submitted' && event.sentBy !== 'close');
    expect(submitted.length).toBeGreaterThan(900);
    expect([...school.acked].sort((a, b) => a - b)).toEqual(submitted.map(({ seq }) => seq));

    const state = await folded(school.id);
    await expectViewsOf(state, school);
    const told = review(log, (row) => row).students.map(({ seat, rank: place, points, right }) => ({
      ...{ seat, rank: place, points, right },
    }));
    const bySeat = (rows: typeof told) => new Map(rows.map((row) => [row.seat, row]));
    expect(bySeat(told)).toEqual(bySeat(state.board.map(boardRow)));
    expect(new Set(state.board.map(({ points }) => points)).size).toBeGreaterThan(10);
    expect(engine.bugs).toEqual([]);
  });
});

describe('two sessions at once', () => {
  it('never hear of each other: not a frame, a pulse or a line of the desk’s list', async () => {
    const [one, other] = await Promise.all([gather(engine, 30, 'Alpha'), gather(engine, 30, 'Beta')]);
    await Promise.all([one, other].map((school) => playLesson(engine, school, () => Promise.resolve())));
    for (const [school, stranger, name] of [
      [one, other, 'Beta '],
      [other, one, 'Alpha '],
    ] as const) {
      const heard = school.heard.join('\n');
      const foreign = [stranger.id, `"${stranger.code}"`, name, ...seatsOf(stranger)];
      expect(foreign.filter((words) => heard.includes(words))).toEqual([]);
      expect(seatsOf(school).filter((seat) => !heard.includes(seat))).toEqual([]);
      await expectOwnFramesOnly(school);
    }
  });
});

/**
 * A greeting when it connects and one when it sits down; then one frame for each thing that concerns it. What its
 * own answers change stands in their acks, but what the close takes in has none.
 */
const isTold = ({ event }: LoggedEvent): boolean =>
  event.type === 'seat-joined' || (event.type === 'submitted' && event.sentBy !== 'close');

async function expectOwnFramesOnly({ id, phones }: SchoolClass): Promise<void> {
  const [first, ...rest] = await engine.log.read(id);
  const state = begin(first as LoggedEvent);
  const audiences = rest
    .filter((record) => !isTold(record))
    .map((record) => audienceOf(record.event, evolve(state, record)));
  for (const { own, frames } of phones) {
    const concerning = audiences.filter(({ rooms, seats }) => {
      const mine = seats !== 'none' && seats !== 'all' && seats.includes(own?.seat ?? '');
      return rooms.includes('phone') || seats === 'all' || mine;
    });
    expect(frames).toHaveLength(2 + concerning.length);
  }
}
