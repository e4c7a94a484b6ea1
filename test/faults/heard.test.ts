import { beforeEach, describe, expect, it } from 'vitest';
import { Heard } from './heard';

let now: number;
let heard: Heard;

beforeEach(() => {
  now = 0;
  heard = new Heard(() => now);
});

const look = (at: number, seq: number, upToDate: boolean) => {
  now = at;
  heard.look({ seq, upToDate });
};

describe('what is noted of a phone', () => {
  it('is away from the break of its line until it is up to date again', () => {
    look(5, 0, false);
    look(10, 3, true);
    look(20, 3, false);
    look(25, 3, false);
    look(60, 4, true);
    expect(heard.away).toEqual([{ broke: 20, back: 60 }]);
    look(70, 4, false);
    expect(heard.away).toEqual([
      { broke: 20, back: 60 },
      { broke: 70, back: null },
    ]);
  });

  it('names each frame that shows less than one before', () => {
    for (const seq of [3, 4, 4, 2, 5]) look(1, seq, true);
    expect(heard.backwards).toEqual([{ shown: 4, then: 2 }]);
  });

  it('counts codes, and measures answers', async () => {
    heard.code('server-stopping');
    heard.code('server-stopping');
    expect([...heard.codes]).toEqual([['server-stopping', 2]]);
    now = 100;
    await heard.wait(7, () => {
      now = 130;
      return Promise.resolve({ ok: false, code: 'step-not-open' });
    });
    expect(heard.waits).toEqual([
      { step: 7, sent: 100, told: 130, ack: { ok: false, code: 'step-not-open' } },
    ]);
  });
});
