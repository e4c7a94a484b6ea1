import { describe, expect, test } from 'vitest';
import { ownReview } from '#shared/session/own-review';
import { review } from '#shared/session/review';
import { common, pulse, rosterRow, type Presence } from '#shared/session/views';
import type { DeskView, PhoneView, ScreenView } from '#shared/session/views/types';
import { inOrder } from '#shared/activities/choice/order';
import type { View } from '#shared/activities/choice/view';
import { allHere, classOf, type Classroom, names } from '../support/session';
import { ownOnPhone } from '../support/own';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single, thinNeuron } from '../support/lesson';

const lesson = lessonOf(single(), gate(), single());
const phone = (room: Classroom) => common(room.state, 'phone', names) as PhoneView;
const screen = (room: Classroom) => common(room.state, 'screen', names) as ScreenView;
const desk = (room: Classroom) => common(room.state, 'desk', names) as DeskView;
const mine = (room: Classroom, seat = 'ada') => ownOnPhone(room.state, seat, names);
const optionsOf = (room: Classroom, seat: string) => {
  const { orders, step } = mine(room, seat)!;
  return inOrder((step?.view as View).options, orders[step?.index ?? 0])
    .map(({ id }) => id)
    .join('');
};

const presenceOf = (room: Classroom, drafts: Record<string, unknown> = {}): Presence => ({
  here: (seat) => room.here.has(seat),
  drafts: new Map(Object.entries(drafts)),
});
const pictureOf = (room: Classroom, drafts?: Record<string, unknown>) =>
  pulse(room.state, presenceOf(room, drafts)).picture;

describe('what leaves the server', () => {
  test('R49 before a step opens nobody but the desk is shown its activity', () => {
    const room = classOf(lesson, ['ada']);
    room.go({ at: 'step', step: 0 });
    expect(mine(room)?.step).toBeNull();
    expect(screen(room).activity).toBeNull();
    expect(desk(room).preview).toMatchObject({ several: false });
    room.host({ type: 'open', step: 0 });
    expect(mine(room)?.step?.view).toMatchObject({ several: false });
    expect(screen(room).activity).toEqual(desk(room).preview);
  });

  test('R50 right answer, explanation and mistake are shown at the reveal, to the desk at any time', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    const { explanation, mistake } = lesson.steps[0]!;
    const after = { reveal: { right: ['c'], told: null }, explanation, mistake };
    room.host({ type: 'close', step: 0 });
    expect([phone(room).step?.after, screen(room).step?.after]).toEqual([null, null]);
    expect(desk(room).answer).toEqual({ ...after, made: null });
    room.host({ type: 'reveal', step: 0 });
    const made = { answered: 0, named: [] };
    for (const view of [phone(room), screen(room)]) expect(view.step?.after).toEqual({ ...after, made });
    expect(desk(room).answer).toEqual({ ...after, made });
  });

  test("R51 the teacher's note is for the desk alone", () => {
    const room = classOf(lesson, ['ada']).played(0);
    expect(desk(room).note).toEqual(lesson.steps[0]!.note);
    for (const view of [phone(room), screen(room), mine(room)])
      expect(JSON.stringify(view)).not.toContain('watch for');
  });

  test('R52 a seat is shown its submission at once, and what it was worth after the reveal', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, picks('c'));
    room.host({ type: 'close', step: 0 });
    expect(mine(room)?.step).toMatchObject({ submission: picks('c'), result: null });
    expect(mine(room)?.place).toBeNull();
    room.host({ type: 'reveal', step: 0 });
    expect(mine(room)?.step?.result).toEqual({ score: 1, right: true, points: 1_000 });
    expect(mine(room)?.place).toEqual({
      ...{ rank: 1, of: 1, share: 1_000, points: 1_000, right: 1, late: false },
    });
  });

  test('R52 so is what its kind measures of it, in the review of whoever looks back too', () => {
    const room = classOf(lessonOf(gate()), ['ada']).opened(0);
    room.submit('ada', 0, silentNeuron);
    room.host({ type: 'close', step: 0 });
    const told = () => [
      mine(room)?.step?.measure,
      ownReview(room.log, room.state, 'ada', names)?.steps[0]?.submissions[0]?.measure,
    ];
    expect(told()).toEqual([null, null]);
    room.host({ type: 'reveal', step: 0 });
    const measure = { right: 3, of: 4, room: null };
    expect(told()).toEqual([measure, measure]);
    expect(review(room.log, names).students[0]?.steps[0]?.submissions[0]?.measure).toEqual(measure);
  });

  test('R53 a seat that does not exist or was kicked is shown nothing', () => {
    const room = classOf(lesson, ['ada']);
    expect(mine(room, 'nobody')).toBeNull();
    room.host({ type: 'kick', seat: 'ada' });
    expect(mine(room)).toBeNull();
  });

  test('R54 a seat sees the options in an order of its own, kept over reloads, another in every step', () => {
    const seats = ['ada', 'ben', 'cleo', 'dina', 'elio', 'fede'];
    const room = classOf(lesson, seats).opened(0);
    const first = seats.map((seat) => optionsOf(room, seat));
    expect(seats.map((seat) => optionsOf(room, seat))).toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(1);
    room.opened(2);
    expect(seats.map((seat) => optionsOf(room, seat))).not.toEqual(first);
    expect(first.map((order) => [...order].sort().join(''))).toEqual(seats.map(() => 'abcd'));
  });

  test('R55 the ten first ranks are shown on boards and on phones, and everybody their own place', () => {
    const seats = Array.from({ length: 13 }, (_, i) => `seat-${10 + i}`);
    const worth = (points: number) => gate({ points });
    const room = classOf(lessonOf(...[1, 2, 4, 8].map((times) => worth(times * 100))), seats);
    // Thirteen shares: in binary, each seat gets the steps right that its number names.
    for (const step of [0, 1, 2, 3]) {
      const right = seats.filter((_, i) => ((i >> step) & 1) === 1);
      room.played(step, Object.fromEntries(right.map((seat) => [seat, bestNeuron])));
    }
    expect(phone(room).top).toHaveLength(10);
    expect(screen(room).top).toBeNull();
    room.go({ at: 'board', step: 3 });
    expect(screen(room).top).toHaveLength(10);
    expect(screen(room).rest).toEqual({ crowds: [], below: 3, beside: { names: [], more: 0 } });
    expect(phone(room).top?.[0]).toMatchObject({ seat: 'seat-22', rank: 1, name: 'Name of row-seat-22' });
    expect(JSON.stringify([phone(room), screen(room)])).not.toContain('seat-12');
    expect(mine(room, 'seat-12')?.place).toMatchObject({ rank: 11, of: 13, points: 200 });
    room.go({ at: 'podium' });
    expect(screen(room).top).toHaveLength(10);
    room.host({ type: 'end' });
    expect(phone(room).top).toHaveLength(10);
  });

  test('R72 phones stay with what a step came to, board and next title included, until another one opens', () => {
    const room = classOf(lesson, ['ada']).played(0);
    const [class0, own0] = [phone(room), mine(room)];
    room.go({ at: 'board', step: 0 });
    expect([phone(room), mine(room)]).toEqual([class0, own0]);
    room.go({ at: 'step', step: 1 });
    expect(screen(room).step?.index).toBe(1);
    expect([phone(room), mine(room)]).toEqual([class0, own0]);
    room.host({ type: 'open', step: 1 });
    expect(phone(room).step).toMatchObject({ index: 1, phase: 'open' });
    expect(mine(room)?.step?.index).toBe(1);
    room.host({ type: 'close', step: 1 });
    room.go({ at: 'step', step: 0 });
    expect(phone(room).step).toMatchObject({ index: 0, phase: 'revealed' });
  });

  test('R72 a phone is told of its answer no number that others change: what it holds stays true', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, picks('a'));
    const told = [phone(room), mine(room, 'ada')];
    room.submit('ben', 0, picks('b'));
    expect([phone(room), mine(room, 'ada')]).toEqual(told);
    expect(mine(room, 'ada')?.step).not.toHaveProperty('sent');
  });

  test('R56 the picture of a choice is shown after the close', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, picks('a'));
    expect(pictureOf(room)).toBeNull();
    room.host({ type: 'close', step: 0 });
    room.host({ type: 'show-picture', step: 0 });
    expect(pictureOf(room)).toEqual({ answers: 1, counts: { a: 1, b: 0, c: 0, d: 0 } });
  });

  test('R56 what is tuned by hand is shown live, each seat where it is now', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(1);
    room.submit('ada', 1, bestNeuron);
    // By the smallest numbers of the same line, and one that is none left out.
    expect(pictureOf(room)).toEqual({ lines: { '2,2,-3': 1 }, all: 1, holding: 1 });
    const drafts = { ada: thinNeuron, ben: silentNeuron };
    expect(pictureOf(room, drafts)).toEqual({ lines: { '1,1,-2': 1 }, all: 2, holding: 1 });
    room.host({ type: 'close', step: 1 });
    expect(pictureOf(room, drafts)).toEqual({ lines: { '10,10,-15': 1 }, all: 1, holding: 1 });
  });

  test('R56 an open picture does not tell how many hold a line, a closed one does', () => {
    const room = classOf(lesson, ['ada', 'ben', 'cleo']).opened(1);
    for (const seat of ['ada', 'ben']) room.submit(seat, 1, bestNeuron);
    room.submit('cleo', 1, thinNeuron);
    expect(pictureOf(room)).toMatchObject({ lines: { '2,2,-3': 1, '1,1,-2': 1 } });
    room.host({ type: 'close', step: 1 });
    expect(pictureOf(room)).toMatchObject({ lines: { '10,10,-15': 2, '10,10,-20': 1 } });
  });

  test('R57 counters and class pictures leave kicked seats out', () => {
    const room = classOf(lesson, ['ada', 'ben', 'cleo']).opened(1);
    room.submit('ada', 1, bestNeuron);
    room.submit('ben', 1, thinNeuron);
    room.here.delete('cleo');
    room.host({ type: 'kick', seat: 'ben' });
    const picture = { lines: { '2,2,-3': 1 }, all: 1, holding: 1 };
    const counted = { seats: 2, here: 1, answered: 1, predicted: 0, picture };
    const nothingElse = { before: null, training: null, together: null };
    expect(pulse(room.state, presenceOf(room, { ben: silentNeuron }))).toEqual({
      ...counted,
      ...nothingElse,
    });
    room.host({ type: 'close', step: 1 });
    expect(desk(room).stations[1]?.answers).toBe(1);
    expect(rosterRow(room.state, 'ben', names, allHere)).toMatchObject({ kicked: true, answered: true });
    expect(rosterRow(room.state, 'nobody', names, allHere)).toBeNull();
  });

  test('R59 no name stands in the log', () => {
    const room = classOf(lesson, ['ada']);
    room.host({ type: 'rename', seat: 'ada', name: 'row-new' });
    room.played(0, { ada: picks('c') }).go({ at: 'board', step: 0 });
    expect(JSON.stringify(phone(room))).toContain('Name of row-new');
    expect(JSON.stringify(room.log)).not.toContain('Name of');
  });

  test('R60 code and lock are for projector and desk', () => {
    const room = classOf(lesson, ['ada']);
    room.host({ type: 'lock' });
    expect(screen(room)).toMatchObject({ code: '123456', locked: true });
    expect(desk(room)).toMatchObject({ code: '123456', locked: true });
    expect(phone(room)).not.toHaveProperty('code');
    expect(phone(room)).not.toHaveProperty('locked');
  });

  test('R60 a phone is told the kind of the next step, nothing else of it', () => {
    const room = classOf(lesson, ['ada']);
    const kinds = [phone(room).nextKind];
    for (const step of [0, 1, 2]) kinds.push(phone(room.played(step)).nextKind);
    room.go({ at: 'podium' });
    expect([...kinds, phone(room).nextKind]).toEqual(['choice', 'gate', 'choice', null, null]);
    const early = classOf(lesson, ['ada']).opened(0);
    for (const view of [phone(early), screen(early)]) expect(JSON.stringify(view)).not.toContain('of gate');
  });
});
