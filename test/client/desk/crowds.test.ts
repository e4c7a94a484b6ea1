import { describe, expect, test } from 'vitest';
import type { RosterRow } from '#shared/session/views';
import { crowdsIn, roundedDown } from '../../../client/pages/desk/crowds';

const row = (i: number, more: Partial<RosterRow> = {}): RosterRow => ({
  ...{ seat: `seat-${i}`, name: `Name ${i}`, here: true, answered: false, sentBy: null, kicked: false },
  ...{ pace: 10, device: `device-${i}`, network: 'school', joinedAt: 1_000 * i, verdict: null },
  ...more,
});

const many = (count: number, more: (i: number) => Partial<RosterRow> = () => ({})) =>
  Array.from({ length: count }, (_, i) => row(i, more(i)));

describe('crowds', () => {
  test('a class of a thousand phones behind one address, two at a shared computer, is none', () => {
    expect(crowdsIn(many(1_000, (i) => (i < 2 ? { device: 'shared' } : {})))).toEqual([]);
  });

  test('six seats of one device are one, with how fast they came; who is out is not counted', () => {
    const rows = [...many(40, () => ({ device: 'script' })), ...many(30)];
    const [crowd] = crowdsIn(rows);
    expect(crowd).toMatchObject({ whence: 'device', seats: 40, within: 39_000 });
    expect(crowdsIn(rows.map((one, i) => (i < 35 ? { ...one, kicked: true } : one)))).toEqual([]);
  });

  test('twenty without a mark are one, whatever else its network holds', () => {
    const rows = [...many(19, () => ({ device: 'school' })), ...many(30)];
    expect(crowdsIn(rows)).toEqual([]);
    expect(crowdsIn([...rows, row(99, { device: 'school' })])).toMatchObject([
      { whence: 'unmarked', seats: 20, within: 99_000 },
    ]);
  });

  test('of an address beyond a school those are one who came after the first 1,200', () => {
    const rows = many(1_210).reverse();
    const [crowd] = crowdsIn(rows);
    expect(crowd).toMatchObject({ whence: 'network', seats: 1_210 });
    expect(crowd?.rows.map(({ seat }) => seat)).toEqual(
      many(1_210)
        .slice(1_200)
        .map(({ seat }) => seat),
    );
  });

  test('seats of which nothing was noted, as in older sessions, are none', () => {
    expect(crowdsIn(many(2_000, () => ({ network: null, device: 'x' })))).toEqual([]);
  });

  test('who listens hears large steps', () => {
    expect([1, 6, 19, 49, 50, 99, 203, 3_000].map(roundedDown)).toEqual([1, 5, 10, 20, 50, 50, 200, 2_000]);
  });
});
