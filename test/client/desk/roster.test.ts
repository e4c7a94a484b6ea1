import { describe, expect, test } from 'vitest';
import type { RosterRow, StepView } from '#shared/session/views';
import { listed, markOf, stuck, withTime } from '../../../client/pages/desk/roster';

const row = (name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  seat: `seat-${name}`,
  name,
  here: true,
  answered: false,
  sentBy: null,
  kicked: false,
  pace: 10,
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
  expect(room.map(markOf)).toEqual(['here', 'answered', 'away', 'answered', 'here']);
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
    expect(stillAt(21_000, { counts: 'first', vote: 2 })).toEqual(['Ben', 'Cleo', 'Dina']);
  });
});
