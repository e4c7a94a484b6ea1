import { describe, expect, test } from 'vitest';
import type { RosterRow, StepView } from '#shared/session/views';
import {
  allAnswered,
  listed,
  markOf,
  owing,
  shareToClose,
  stuck,
  withTime,
} from '../../../client/pages/desk/roster';

const row = (name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  seat: `seat-${name}`,
  name,
  here: true,
  answered: false,
  sentBy: null,
  kicked: false,
  pace: 10,
  device: `device-${name}`,
  network: null,
  joinedAt: 0,
  verdict: null,
  ...more,
});

const collator = new Intl.Collator('it');
const names = (rows: readonly RosterRow[]) => rows.map(({ name }) => name);

const room = [
  row('Zoe'),
  row('Élodie', { answered: true }),
  row('Ada', { here: false }),
  row('Bo', { here: false, answered: true }),
  row('Ugo', { kicked: true }),
];

test('stuck is who is here and has not answered', () => {
  expect(names(stuck(room))).toEqual(['Zoe']);
});

test('an answer is marked even if its student is away by now', () => {
  const sent = room.map((one) => (one.answered ? { ...one, sentBy: 'student' as const } : one));
  expect(sent.map(markOf)).toEqual(['here', 'answered', 'away', 'answered', 'here']);
});

test('who has done what is asked without sending anything has tapped', () => {
  expect(markOf(row('Zoe', { answered: true }))).toBe('tapped');
});

describe('nobody is stuck', () => {
  const countdown = {
    total: 20_000,
    deadline: 26_000,
    frozen: null,
    opened: { reading: 6_000, total: 20_000 },
  };
  const timed = { step: { phase: 'open', countdown } as StepView, openedAt: 6_000 };
  const untimed = { step: { phase: 'open', countdown: null } as StepView, openedAt: 6_000 };

  test.each([
    ['with a countdown', timed],
    ['without one', untimed],
  ])('while the task is read, %s', (_, view) => {
    expect(owing(room, view, 5_999)).toBeNull();
    expect(owing(room, view, 6_000)?.map(({ name }) => name)).toEqual(['Zoe']);
  });

  test('while time stands still before the task has been read', () => {
    const frozen = { ...countdown, frozen: 23_000 };
    expect(owing(room, { ...timed, step: { ...timed.step, countdown: frozen } }, 60_000)).toBeNull();
  });

  test('only then: at a slide with something to tap all who have not are named at once', () => {
    const step = { phase: 'shown', countdown } as StepView;
    expect(owing(room, { step, openedAt: null }, 0)).toHaveLength(1);
  });
});

test('after the reveal the mark says how it went, and who did not answer is as before', () => {
  const verdicts = ['right', 'partial', 'wrong', 'silent', 'absent', 'answered'] as const;
  const rows = verdicts.map((verdict) => row(verdict, { verdict, here: verdict !== 'absent' }));
  expect(rows.map(markOf)).toEqual(['right', 'partial', 'wrong', 'here', 'away', 'here']);
});

describe('all have answered', () => {
  const open = { phase: 'open', counts: 'first', vote: 1 } as StepView;
  const done = [row('Zoe', { answered: true }), row('Ada', { here: false }), row('Ugo', { kicked: true })];

  test('once nobody in class owes an answer; who is away or was sent out does not count', () => {
    expect(allAnswered(done, open)).toBe(true);
    expect(allAnswered([...done, row('Bo')], open)).toBe(false);
  });

  test('not where nobody is in class, nothing is open or nothing to answer', () => {
    expect(allAnswered([], open)).toBe(false);
    expect(allAnswered(done, null)).toBe(false);
    expect(allAnswered(done, { ...open, phase: 'closed' })).toBe(false);
    expect(allAnswered(done, { ...open, counts: null })).toBe(false);
  });

  test('also in a second vote, of which the list tells while it goes on', () => {
    expect(allAnswered(done, { ...open, vote: 2 })).toBe(true);
  });
});

describe('a step can be closed soon', () => {
  const open = { phase: 'open', counts: 'last', vote: 1 } as StepView;
  const inClass = (answered: number, of: number) =>
    Array.from({ length: of }, (_, i) => row(`${i}`, { answered: i < answered }));

  test('once seven in ten of those in class have answered, in a second vote too', () => {
    expect(shareToClose(inClass(6, 10), open)).toBeNull();
    expect(shareToClose(inClass(7, 10), open)).toBe(70);
    expect(shareToClose(inClass(27, 29), open)).toBe(93);
    expect(shareToClose(inClass(27, 29), { ...open, vote: 2 })).toBe(93);
  });

  test('whatever those do who are away or were sent out, and not where nobody can answer', () => {
    const others = [row('Ada', { here: false }), row('Ugo', { kicked: true })];
    expect(shareToClose([...inClass(7, 10), ...others], open)).toBe(70);
    expect(shareToClose([], open)).toBeNull();
    expect(shareToClose(inClass(9, 10), { ...open, phase: 'closed' })).toBeNull();
    expect(shareToClose(inClass(9, 10), { ...open, counts: null })).toBeNull();
  });
});

test('the class is listed by name, without those who were sent out', () => {
  expect(names(listed(room, 'all', '', collator))).toEqual(['Ada', 'Bo', 'Élodie', 'Zoe']);
});

test('filters narrow the list', () => {
  expect(names(listed(room, 'waiting', '', collator))).toEqual(['Zoe']);
  expect(names(listed(room, 'away', '', collator))).toEqual(['Ada', 'Bo']);
});

test('a name is found without its accents and capitals', () => {
  expect(names(listed(room, 'all', ' elo', collator))).toEqual(['Élodie']);
});

describe('once the class has no time left, there still is some', () => {
  const countdown = { total: 20_000, deadline: 20_000, frozen: null, opened: { reading: 0, total: 20_000 } };
  const rows = [
    row('Ben', { pace: 13 }),
    row('Cleo', { pace: 20, answered: true }),
    row('Dina', { pace: null }),
  ];
  const waits = rows.map(({ seat }) => seat);
  const step = (over: Partial<StepView>) => ({ countdown, counts: 'last', vote: 1, ...over }) as StepView;
  const stillAt = (now: number, over: Partial<StepView> = {}) =>
    names(withTime(rows, { waits, step: step(over) }, now));

  test('for who is waited for, until a second after their own zero', () => {
    expect(stillAt(21_000)).toEqual(['Ben', 'Cleo', 'Dina']);
    expect(stillAt(27_000)).toEqual(['Cleo', 'Dina']);
    expect(stillAt(41_000)).toEqual(['Dina']);
    expect(names(withTime(rows, { waits: [], step: step({}) }, 21_000))).toEqual([]);
  });

  test('not for who has answered, where the first answer stands', () => {
    expect(stillAt(21_000, { counts: 'first' })).toEqual(['Ben', 'Dina']);
    expect(stillAt(21_000, { counts: 'first', vote: 2 })).toEqual(['Ben', 'Dina']);
  });
});
