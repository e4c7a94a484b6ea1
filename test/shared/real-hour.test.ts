import { describe, expect, test } from 'vitest';
import { nextAction } from '#shared/session/conductor/next';
import { nextWake } from '#shared/session/conductor/wake';
import { common, pulse, type DeskView, type PhoneView } from '#shared/session/views';
import { gate, lessonOf, picks, single } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const at = (step: number) => ({ at: 'step', step }) as const;
const desk = ({ state }: Classroom) => common(state, 'desk', names) as DeskView;
const phone = ({ state }: Classroom) => common(state, 'phone', names) as PhoneView;
const picture = ({ state, here }: Classroom) =>
  pulse(state, { here: (seat) => here.has(seat), drafts: new Map() }).picture;
const bars = (c: number) => ({ counts: { a: 0, b: 0, c, d: 0 }, answers: c });

const four = lessonOf(...['one', 'two', 'three', 'four'].map((id) => single({ id })));

describe('what a class has said', () => {
  const voted = () => {
    const room = classOf(four, ['ada']).opened(0);
    room.submit('ada', 0, picks('c'));
    room.host({ type: 'close', step: 0 });
    return room;
  };

  test('R116 in a first vote stays hidden after the close, but for the desk', () => {
    const room = voted();
    expect(picture(room)).toBeNull();
    expect(desk(room)).toMatchObject({ hiddenPicture: bars(1), canVoteAgain: true });
    room.host({ type: 'reveal', step: 0 });
    expect(picture(room)).toEqual(bars(1));
    expect(desk(room).hiddenPicture).toBeNull();
  });

  test('R116 is drawn once while nothing of it changes, and anew when somebody is out', () => {
    const room = classOf(four, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, picks('c'));
    room.submit('ben', 0, picks('c'));
    room.host({ type: 'close', step: 0 });
    const drawn = desk(room).hiddenPicture;
    expect(drawn).toEqual(bars(2));
    room.host({ type: 'lock' });
    expect(desk(room).hiddenPicture).toBe(drawn);
    room.host({ type: 'kick', seat: 'ben' });
    expect(desk(room).hiddenPicture).toEqual(bars(1));
    room.host({ type: 'readmit', seat: 'ben' });
    expect(desk(room).hiddenPicture).toEqual(bars(2));
  });

  test('R116 tells the desk why a class does not vote once more', () => {
    const room = voted();
    expect(desk(room)).toMatchObject({ canVoteAgain: true, noVote: null });
    room.host({ type: 'show-picture', step: 0 });
    expect(desk(room)).toMatchObject({ canVoteAgain: false, noVote: 'seen' });
    room.host({ type: 'reveal', step: 0 });
    expect(desk(room).noVote).toBeNull();
    const again = voted();
    again.host({ type: 'vote-again', step: 0 });
    expect(desk(again).noVote).toBeNull();
    again.host({ type: 'close', step: 0 });
    expect(desk(again)).toMatchObject({ canVoteAgain: false, noVote: 'twice' });
  });

  test('R116 nor where nobody votes', () => {
    const room = classOf(lessonOf(gate()), ['ada']).opened(0);
    room.host({ type: 'close', step: 0 });
    expect(desk(room).noVote).toBeNull();
  });

  test('R116 can be shown before the right answer: then nobody votes once more', () => {
    const room = voted();
    expect(room.host({ type: 'show-picture', step: 0 })).toEqual(['picture-shown']);
    expect(room.host({ type: 'show-picture', step: 0 })).toEqual([]);
    expect(picture(room)).toEqual(bars(1));
    expect(phone(room).step?.after).toBeNull();
    expect(desk(room)).toMatchObject({ hiddenPicture: null, canVoteAgain: false });
    expect(room.host({ type: 'vote-again', step: 0 })).toBe('wrong-phase');
    expect(room.host({ type: 'reveal', step: 0 })).toEqual(['step-revealed']);
    expect(room.host({ type: 'show-picture', step: 0 })).toBe('wrong-phase');
    expect(room.host({ type: 'show-picture', step: 9 })).toBe('unknown-step');
  });
});

describe('closing soon', () => {
  test('R117 leaves 15 s, whatever there was, and never more than there was', () => {
    const room = classOf(lessonOf(gate({ seconds: 60 })), ['ada']).opened(0);
    expect(room.host({ type: 'close-soon', step: 0 })).toEqual(['closing-soon']);
    expect(room.state.steps[0]?.countdown?.deadline).toBe(room.at + 15_000);
    room.wait(10_000).host({ type: 'close-soon', step: 0 });
    expect(room.state.steps[0]?.countdown?.deadline).toBe(room.at + 5_000);
    room.wait(6_000);
    expect(nextWake(room.state)).toMatchObject({ at: room.at, command: { type: 'deadline' } });
    expect(room.server({ type: 'deadline', step: 0 })).toEqual(['step-closed']);
    expect(room.host({ type: 'close-soon', step: 0 })).toBe('wrong-phase');
    expect(room.host({ type: 'close-soon', step: 9 })).toBe('unknown-step');
  });

  test('R117 gives a countdown to a step without one, which has no speed for that, and ends a freeze', () => {
    const untimed = classOf(lessonOf(single({ seconds: null, timing: 'speed' })), ['ada']).opened(0);
    untimed.wait(120_000).host({ type: 'close-soon', step: 0 });
    expect(untimed.state.steps[0]?.countdown?.deadline).toBe(untimed.at + 15_000);
    untimed.submit('ada', 0, picks('c'));
    untimed.host({ type: 'close', step: 0 });
    untimed.host({ type: 'reveal', step: 0 });
    expect(untimed.state.board[0]?.points).toBe(1_000);
    const frozen = classOf(lessonOf(gate({ seconds: 60 })), ['ada']).opened(0);
    frozen.host({ type: 'freeze', step: 0 });
    expect(frozen.host({ type: 'close-soon', step: 0 })).toEqual(['step-unfrozen', 'closing-soon']);
    expect(frozen.state.steps[0]?.countdown).toMatchObject({ frozen: null, deadline: frozen.at + 15_000 });
  });
});

describe('eyes up', () => {
  test('R118 phones are told, until the teacher or the next opening lets them go', () => {
    const room = classOf(four, ['ada']);
    room.go(at(0));
    expect(room.host({ type: 'call-eyes', up: true })).toEqual(['eyes-called']);
    expect(room.host({ type: 'call-eyes', up: true })).toEqual([]);
    expect([phone(room).eyesUp, desk(room).eyesUp]).toEqual([true, true]);
    room.host({ type: 'call-eyes', up: false });
    expect(phone(room).eyesUp).toBe(false);
    room.host({ type: 'call-eyes', up: true });
    room.host({ type: 'open', step: 0 });
    expect(phone(room).eyesUp).toBe(false);
    room.host({ type: 'call-eyes', up: true });
    room.host({ type: 'end' });
    expect(phone(room).eyesUp).toBe(false);
  });
});

describe('the short path', () => {
  const five = ['one', 'two', 'three', 'four', 'five'].map((id) => single({ id }));
  const starred = { ...lessonOf(...five), short: ['two', 'four'] };

  test('R119 once it is set the lesson goes on by its marked steps, and every other one can still be chosen', () => {
    const room = classOf(starred, ['ada']);
    expect(desk(room).stations.map(({ star }) => star)).toEqual([false, true, false, true, false]);
    expect(room.host({ type: 'set-path', short: true })).toEqual(['path-set']);
    expect(room.host({ type: 'set-path', short: true })).toEqual([]);
    expect(nextAction(room.state)).toMatchObject({ to: at(1) });
    room.played(1).go({ at: 'board', step: 1 });
    expect(nextAction(room.state)).toMatchObject({ to: at(3) });
    room.played(2).go({ at: 'board', step: 2 });
    expect(nextAction(room.state)).toMatchObject({ to: at(3) });
    room.played(3).go({ at: 'board', step: 3 });
    expect(nextAction(room.state)).toMatchObject({ to: { at: 'podium' } });
    room.host({ type: 'set-path', short: false });
    expect(nextAction(room.state)).toMatchObject({ to: at(4) });
  });

  test('R119 a lesson without marks has no other path', () => {
    const room = classOf(four, ['ada']);
    room.host({ type: 'set-path', short: true });
    expect(nextAction(room.state)).toMatchObject({ to: at(0) });
  });
});

describe('an earlier reveal', () => {
  test('R120 is shown again to everybody, and the most likely next command leads back to where the class was', () => {
    const room = classOf(four, ['ada']).played(0).played(1).played(2);
    room.go({ at: 'board', step: 2 });
    room.go(at(1));
    expect(phone(room).step).toMatchObject({ index: 1, phase: 'revealed' });
    expect(nextAction(room.state)).toMatchObject({ from: at(1), to: { at: 'board', step: 2 } });
    room.go(at(0));
    expect(nextAction(room.state)).toMatchObject({ to: { at: 'board', step: 2 } });
    room.go({ at: 'board', step: 2 });
    expect(nextAction(room.state)).toMatchObject({ to: at(3) });
  });

  test('R120 going on from it by hand forgets where the class was, and so does a step that was never played', () => {
    const room = classOf(four, ['ada']).played(0).played(2);
    room.go(at(0));
    expect(nextAction(room.state)).toMatchObject({ to: at(2) });
    room.go(at(1));
    expect(nextAction(room.state)).toEqual({ type: 'open', step: 1 });
    room.go(at(0));
    room.go(at(3));
    expect(nextAction(room.state)).toEqual({ type: 'open', step: 3 });
  });
});
