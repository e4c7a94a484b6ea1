import { describe, expect, test } from 'vitest';
import { replay } from '#shared/session/evolve';
import { review } from '#shared/session/review';
import { Reel } from '#shared/session/replayed';
import { tableOf } from '#shared/session/tables';
import { common, own } from '#shared/session/views';
import type { PhoneView, ScreenView } from '#shared/session/views/types';
import { boardOf, placeOf } from '../support/fold';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single, thinNeuron } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const lesson = lessonOf(single(), single(), single(), gate());
const right = picks('c');
const wrong = picks('a');
const screen = (room: Classroom) => common(room.state, 'screen', names) as ScreenView;
const phone = (room: Classroom) => common(room.state, 'phone', names) as PhoneView;

/** Ada has won 2 of 3; Lia came for the third step, and has one right answer of one. */
function withLatecomer(): Classroom {
  const room = classOf(lesson, ['ada']);
  room.played(0, { ada: right }).played(1, { ada: wrong });
  room.join('lia');
  return room.played(2, { ada: right, lia: right });
}

describe('a fair board', () => {
  test('R82 who was there for less than half stands beside the board, named as such', () => {
    const room = withLatecomer();
    room.go({ at: 'board', step: 2 });
    expect(boardOf(room.state)).toEqual(['1 ada']);
    expect(placeOf(room.state, 'lia')).toBeNull();
    const beside = { names: ['Name of row-lia'], more: 0 };
    expect([screen(room).rest?.beside, phone(room).rest?.beside]).toEqual([beside, beside]);
    expect(own(room.state, 'lia', names)?.place).toEqual({
      ...{ rank: null, of: 1, share: 1_000, points: 1_000, right: 1, late: true },
    });
  });

  test('R82 half is enough: one more step, and the latecomer has the rank of their share', () => {
    const room = withLatecomer().played(3, { ada: thinNeuron, lia: bestNeuron });
    expect(boardOf(room.state)).toEqual(['1 lia', '2 ada']);
    room.go({ at: 'podium' });
    expect(screen(room).rest?.beside).toEqual({ names: [], more: 0 });
    expect(own(room.state, 'lia', names)?.place).toMatchObject({ rank: 1, of: 2, late: true });
  });

  test('R82 who was in no counted step has nothing to stand beside the board with', () => {
    const room = withLatecomer();
    room.join('new');
    expect(own(room.state, 'new', names)?.place).toBeNull();
    expect([...room.state.beside.keys()]).toEqual(['lia']);
  });

  test('R82 a kicked seat stands nowhere, and readmitted where it stood', () => {
    const room = withLatecomer();
    room.host({ type: 'kick', seat: 'lia' });
    expect([...room.state.beside.keys()]).toEqual([]);
    room.host({ type: 'readmit', seat: 'lia' });
    expect([...room.state.beside.keys()]).toEqual(['lia']);
  });

  test('R82 review, replay and tables have no rank for them, and say why', () => {
    const room = withLatecomer();
    const told = review(room.log, names);
    expect(told.students.map(({ seat, rank, beside, points }) => [seat, rank, beside, points])).toEqual([
      ['ada', 1, false, 2_000],
      ['lia', null, true, 1_000],
    ]);
    const still = new Reel(room.log).at(room.state.seq, names);
    expect([still.board.map(({ seat }) => seat), still.beside]).toEqual([['ada'], ['Name of row-lia']]);
    const places = (locale: 'it' | 'en') => tableOf('students', told, locale).map((cells) => cells[2]);
    expect(places('en')).toEqual(['place', 1, 'not ranked']);
    expect(places('it')).toEqual(['posto', 1, 'non in classifica']);
  });

  test('R83 board, phone, review, replay and table tell the same share, in thousandths, rounded down', () => {
    const room = withLatecomer();
    room.go({ at: 'board', step: 2 });
    const told = review(room.log, names);
    const [header, ada] = tableOf('students', told, 'en');
    expect([
      screen(room).top?.[0]?.share,
      phone(room).top?.[0]?.share,
      own(room.state, 'ada', names)?.place?.share,
      told.students[0]?.share,
      new Reel(room.log).at(room.state.seq, names).board[0]?.share,
      ada?.[header?.indexOf('share of the points one could win (per thousand)') ?? 0],
    ]).toEqual([666, 666, 666, 666, 666, 666]);
  });

  test('R84 who shares a rank is named or counted, with what they have from least to most', () => {
    const seats = Array.from({ length: 9 }, (_, i) => `seat-${i}`);
    const room = classOf(lessonOf(gate(), gate({ points: 500 })), ['ada', ...seats]);
    const thin = (those: readonly string[]) => Object.fromEntries(those.map((seat) => [seat, thinNeuron]));
    room.played(0, { ada: bestNeuron, ...thin(seats) });
    room.here.delete('seat-8');
    room.played(1, { ada: bestNeuron, ...thin(seats.slice(0, 8)) });
    room.go({ at: 'board', step: 1 });
    const { top, rest } = screen(room);
    expect(top?.map(({ seat, rank }) => `${rank} ${seat}`)).toEqual([
      ...['1 ada', '2 seat-0', '2 seat-1', '2 seat-2', '2 seat-3', '2 seat-4', '2 seat-5'],
    ]);
    expect(rest?.crowds).toEqual([{ rank: 2, more: 3, points: [600, 900], right: [1, 2] }]);
    expect(rest?.below).toBe(0);
  });

  test('R84 a tie is not cut where the ten first ranks end', () => {
    const seats = Array.from({ length: 14 }, (_, i) => `seat-${10 + i}`);
    const room = classOf(lessonOf(...[1, 2, 4, 8].map((times) => gate({ points: times * 100 }))), seats);
    // Nine shares, the tenth rank for three, the thirteenth for two.
    const wins = [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 5, 5, 1, 1];
    for (const step of [0, 1, 2, 3]) {
      const winners = seats.filter((_, i) => (((wins[i] ?? 0) >> step) & 1) === 1);
      room.played(step, Object.fromEntries(winners.map((seat) => [seat, bestNeuron])));
    }
    room.go({ at: 'podium' });
    const { top, rest } = screen(room);
    expect(top?.slice(8).map(({ rank }) => rank)).toEqual([9, 10, 10, 10]);
    expect(rest).toMatchObject({ crowds: [], below: 2 });
  });

  test('R85 a session from before version 5 keeps its board: one step gave a rank', () => {
    const room = withLatecomer();
    const before = room.log.map((record) => ({ ...record, version: 4 }));
    expect(boardOf(replay(before))).toEqual(['1 lia', '2 ada']);
    expect(replay(before).beside.size).toBe(0);
    const [header] = tableOf('students', review(before, names), 'en');
    expect(header?.slice(0, 4)).toEqual(['student', 'name', 'place', 'points (points are not grades)']);
  });

  test('R85 a session that goes on under a newer build keeps the rule that it began with', () => {
    const room = withLatecomer();
    const begun = room.log.map((record, i) => (i < 4 ? { ...record, version: 4 } : record));
    expect(boardOf(replay(begun))).toEqual(['1 lia', '2 ada']);
  });
});

test('somebody who says nothing is there, and ranks last', () => {
  const room = classOf(lessonOf(gate()), ['ada', 'mute']).played(0, { ada: silentNeuron });
  expect(boardOf(room.state)).toEqual(['1 ada', '1 mute']);
});
