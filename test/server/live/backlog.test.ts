import { describe, expect, it } from 'vitest';
import { Backlog, MOST_ANSWERS, MOST_WAITING } from '../../../server/live/sockets/backlog';

/** A websocket whose other end does not read: what it is given stays. */
const stuck = (bufferedAmount: number) => Object.assign(new Backlog(), { carrier: { bufferedAmount } });

const fitting = (give: () => boolean): number => {
  let times = 0;
  while (give() && times < 100_000) times += 1;
  return times;
};

describe('what waits for one reader', () => {
  it('is 64 frames at most, and the next flush makes room for as many', () => {
    const backlog = new Backlog();
    expect(fitting(() => backlog.frame(100))).toBe(64);
    backlog.flushed();
    expect(fitting(() => backlog.frame(100))).toBe(64);
  });

  it('is two million bytes at most, looked at before more is written: what is larger alone still goes', () => {
    expect(fitting(() => stuck(MOST_WAITING).frame(1))).toBe(100_000);
    expect(stuck(MOST_WAITING + 1).frame(1)).toBe(false);
    expect(new Backlog().frame(3 * MOST_WAITING)).toBe(true);
  });

  it('counts what the kernel has not taken with what is queued', () => {
    const backlog = stuck(MOST_WAITING - 500);
    expect(fitting(() => backlog.frame(200))).toBe(3);
  });

  it('of pongs and acks together is 256 kB, behind frames that are not read', () => {
    const backlog = stuck(1_000);
    const answers = fitting(() => backlog.pong(120) && backlog.answer(40));
    expect(answers).toBe(Math.floor(MOST_ANSWERS / (120 + 32 + 40 + 32)));
  });

  it.each([
    ['has it all', new Backlog()],
    ['is slow, and always has something to come', stuck(1_000)],
  ])('is not counted any more once it has left: a reader that %s may ask for ever', (_who, backlog) => {
    const answered = () => {
      const fits = backlog.answer(100);
      backlog.flushed();
      return fits;
    };
    expect(fitting(answered)).toBe(100_000);
  });
});
