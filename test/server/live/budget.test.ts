import { beforeEach, describe, expect, it } from 'vitest';
import { ALLOWED, Budgets, type Account, type Over, type Sender } from '../../../server/live/sockets/budget';

const SCHOOL = '203.0.113.7';
const SECOND = 1_000;
const TICK = 50;

/** A small frame: a command, a draft, a handshake of some hundred bytes. */
const FRAME = 1.25;
/** What a phone answers to the server's pings in a second: one in 2.5 s. */
const PONGS = 0.4;

let now: number;
let budgets: Budgets;
let ended: Map<string, Over>;

beforeEach(() => {
  now = 0;
  budgets = new Budgets(() => now);
  ended = new Map();
});

function opened(name: string, sender: Sender = 'phone', network = SCHOOL): Account {
  const account = budgets.open(network, (why) => ended.set(name, why));
  account.sender = sender;
  return account;
}

/** How many of `frames` at once are looked at. */
const taken = (account: Account, frames: number, cost = 1): number =>
  Array.from({ length: frames }, () => account.spend(cost)).filter(Boolean).length;

/** Somebody who sends so many frames a second, evenly. */
interface Sending {
  readonly account: Account;
  readonly perSecond: number;
}

function pass(seconds: number, senders: readonly Sending[]): void {
  const owed = senders.map((_, i) => (i % 20) / 20);
  for (const end = now + seconds * SECOND; now < end; now += TICK)
    for (const [i, { account, perSecond }] of senders.entries()) {
      for (owed[i]! += (perSecond * TICK) / SECOND; owed[i]! >= 1; owed[i]! -= 1) account.spend(FRAME);
    }
}

const classOf = (size: number, perSecond: number): Sending[] =>
  Array.from({ length: size }, (_, i) => ({ account: opened(`student ${i}`), perSecond }));

const endedOf = (who: string) => [...ended].filter(([name]) => name.startsWith(who));

describe('one connection', () => {
  it.each<[Sender, number]>([
    ['stranger', 80],
    ['phone', 240],
    ['host', 480],
  ])('of a %s has %i frames at once, is ended by the next one, and told of it once', (sender, burst) => {
    const account = opened('flood', sender);
    expect(taken(account, 10_000)).toBe(burst);
    expect([...ended]).toEqual([['flood', 'connection']]);
    expect(account.spend(0)).toBe(false);
  });

  it('has as many bytes as frames that small: fourteen of the largest', () => {
    expect(taken(opened('flood'), 100, 1 + 16_000 / 1_024)).toBe(14);
  });

  it('may go on for ever at twenty a second, and not at twenty-five', () => {
    const [steady, fast] = [opened('steady'), opened('fast')];
    pass(600, [
      { account: steady, perSecond: 20 / FRAME },
      { account: fast, perSecond: 25 / FRAME },
    ]);
    expect([...ended.keys()]).toEqual(['fast']);
  });

  it.each([
    ['with its knob turned, answering as fast as the server takes it', 4 + PONGS + 5],
    [
      'over long polling: four drafts, their requests, and the polls that hear the answers',
      4 * 2 + 5 + PONGS,
    ],
  ])('of an honest phone lives for an hour %s', (_what, perSecond) => {
    pass(3_600, [{ account: opened('phone'), perSecond: perSecond / FRAME }]);
    expect(ended.size).toBe(0);
  });

  it('that polls ten times a second while a filter swallows its websocket is let in', () => {
    const account = opened('newcomer', 'stranger');
    pass(3, [{ account, perSecond: 10 }]);
    expect(taken(account, 5)).toBe(5);
  });
});

describe('where somebody was cut off', () => {
  it('who comes within ten seconds has forty frames at once, what an honest phone needs; a desk has its own', () => {
    taken(opened('flood'), 1_000);
    now += 9 * SECOND;
    expect(taken(opened('flood again'), 1_000)).toBe(40);
    expect(taken(opened('desk', 'host'), 300)).toBe(300);
    const student = opened('student', 'stranger');
    expect(taken(student, 4, FRAME)).toBe(4);
    student.sender = 'phone';
    pass(600, [{ account: student, perSecond: 13 / FRAME }]);
    expect(ended.has('student')).toBe(false);
  });

  it('who comes later has the whole again, and so has who comes from elsewhere, or was there before', () => {
    const before = opened('before');
    taken(opened('flood'), 1_000);
    expect(taken(before, 200)).toBe(200);
    expect(taken(opened('elsewhere', 'phone', '198.51.100.1'), 200)).toBe(200);
    now += 10 * SECOND;
    expect(taken(opened('later'), 200)).toBe(200);
  });
});

describe('a school of 3,000 behind one address', () => {
  const SIZE = 3_000;

  it('joins in two seconds, tunes, answers at once and comes back at once, and nobody is ended', () => {
    const students = classOf(SIZE, 2 + PONGS);
    pass(2, students);
    // Until each has been told how long to wait between two drafts, it sends four a second.
    pass(
      1,
      students.map(({ account }) => ({ account, perSecond: 4 })),
    );
    pass(
      60,
      students.map(({ account }) => ({ account, perSecond: 1_000 / SIZE + PONGS })),
    );
    for (const { account } of students) account.spend(FRAME);
    for (const { account } of students) account.close();
    const back = Array.from({ length: SIZE }, (_, i) => opened(`back ${i}`, 'stranger'));
    for (const account of back) expect(taken(account, 4, FRAME)).toBe(4);
    expect(ended.size).toBe(0);
  });

  it('may open its connections twice in a minute, and somebody who opens more waits for the next second', () => {
    const opens = (times: number) =>
      Array.from({ length: times }, () => budgets.mayOpen(SCHOOL)).filter(Boolean).length;
    expect(opens(2 * SIZE)).toBe(2 * SIZE);
    expect(opens(1_000)).toBe(0);
    now += SECOND;
    expect(opens(1_000)).toBe(500);
    expect(budgets.mayOpen('198.51.100.1')).toBe(true);
  });

  it('loses those who flood it, each by its own budget', () => {
    const students = classOf(SIZE, 0.7);
    const floods = Array.from({ length: 4 }, (_, i) => ({
      account: opened(`flood ${i}`),
      perSecond: 50_000,
    }));
    pass(3, [...floods, ...students]);
    expect([...ended.keys()].sort()).toEqual(floods.map((_, i) => `flood ${i}`));
  });

  it('loses a thousand connections that each keep to their own budget, within ten seconds, and no student', () => {
    const students = classOf(SIZE, 0.7);
    const crowd = Array.from({ length: 1_000 }, (_, i) => ({
      account: opened(`crowd ${i}`),
      perSecond: (1_000 / ALLOWED.phone.every - 1) / FRAME,
    }));
    pass(10, [...students, ...crowd]);
    expect(endedOf('crowd')).toHaveLength(1_000);
    expect(new Set(endedOf('crowd').map(([, why]) => why))).toEqual(new Set(['network']));
    expect(endedOf('student')).toEqual([]);
  });

  it('keeps its desk, whatever a script of the teacher’s sends beside a crowd', () => {
    const desk = opened('desk', 'host');
    const crowd = Array.from({ length: 1_000 }, (_, i) => ({ account: opened(`crowd ${i}`), perSecond: 12 }));
    pass(10, [{ account: desk, perSecond: 20 }, ...crowd]);
    expect(ended.has('desk')).toBe(false);
  });

  it('does not pay for what is sent from elsewhere', () => {
    const student = opened('student', 'phone', '198.51.100.1');
    pass(10, [
      { account: student, perSecond: 12 },
      ...Array.from({ length: 1_000 }, (_, i) => ({ account: opened(`crowd ${i}`), perSecond: 15 })),
    ]);
    expect(ended.has('student')).toBe(false);
  });
});
