import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../client/pages/student/answer';

const nothing = { counted: null, receipt: null, waiting: null, live: true };
const mine = { picked: ['a'] };

describe('a student’s answer', () => {
  test('is on its way until the server has said that it has it', () => {
    expect(answerOf({ ...nothing, waiting: { submission: mine } })).toMatchObject({
      counts: null,
      busy: true,
    });
  });

  test('counts from the ack on, before any frame tells it', () => {
    expect(answerOf({ ...nothing, receipt: { submission: mine, code: null } })).toEqual({
      ...{ counts: mine, waiting: null, busy: false, refused: null },
    });
  });

  test('may be changed while there is no network', () => {
    const answer = answerOf({ ...nothing, waiting: { submission: mine }, live: false });
    expect(answer).toMatchObject({ counts: null, waiting: mine, busy: false });
  });

  test('that came too late is refused, and the one before it stays', () => {
    const before = { picked: ['b'] };
    const late = { submission: mine, code: 'too-late' } as const;
    expect(answerOf({ ...nothing, counted: before, receipt: late })).toMatchObject({
      counts: before,
      refused: 'too-late',
    });
  });

  test('is found again after a reload', () => {
    expect(answerOf({ ...nothing, counted: mine }).counts).toEqual(mine);
  });
});
