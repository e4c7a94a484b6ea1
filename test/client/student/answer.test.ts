import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../client/pages/student/answer';

const nothing = { counted: null, receipt: null, waiting: null, live: true };
const mine = { picked: ['a'] };
const pressed = { submission: mine, sentBy: 'student' } as const;

describe('a student’s answer', () => {
  test('is on its way until the server has said that it has it', () => {
    expect(answerOf({ ...nothing, waiting: { submission: mine } })).toMatchObject({
      counts: null,
      busy: true,
    });
  });

  test('counts from the ack on, before any frame tells it', () => {
    expect(answerOf({ ...nothing, receipt: { ...pressed, code: null } })).toEqual({
      ...{ counts: mine, waiting: null, busy: false, refused: null },
    });
  });

  test('may be changed while there is no network', () => {
    const answer = answerOf({ ...nothing, waiting: { submission: mine }, live: false });
    expect(answer).toMatchObject({ counts: null, waiting: mine, busy: false });
  });

  test('that came too late is refused, and the one before it stays', () => {
    const before = { picked: ['b'] };
    const late = { ...pressed, code: 'too-late' } as const;
    expect(answerOf({ ...nothing, counted: before, receipt: late })).toMatchObject({
      counts: before,
      refused: 'too-late',
    });
  });

  test('that the phone sent by itself, too late, is not told as refused: what the server held may count', () => {
    const late = { submission: mine, sentBy: 'close', code: 'too-late' } as const;
    expect(answerOf({ ...nothing, counted: mine, receipt: late })).toMatchObject({
      counts: mine,
      refused: null,
    });
    expect(answerOf({ ...nothing, receipt: late })).toMatchObject({ counts: null, refused: null });
  });

  test('is found again after a reload', () => {
    expect(answerOf({ ...nothing, counted: mine }).counts).toEqual(mine);
  });
});
