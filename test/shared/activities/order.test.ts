import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Config } from '#shared/activities/order/config';
import { grade } from '#shared/activities/order/grade';
import { placesFor } from '#shared/activities/order/orders';
import { pairsIn } from '#shared/activities/order/pairs';
import { knows } from '#shared/activities/order/samples';
import { known, view } from '#shared/activities/order/view';
import { derive } from '#shared/rng';

const text = { en: 'x' };

/** A configuration of 3 to 8 items, their ids in any order. */
const configs: fc.Arbitrary<Config> = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9]{1,3}$/), { minLength: 3, maxLength: 8 })
  .map((ids) => ({ items: ids.map((id) => ({ id, text })), ends: { first: text, last: text } }));

const scoreOf = (config: Config, order: readonly string[]) => grade(config, { order: [...order] }).score;

test('the right order is worth everything, and backwards it is worth nothing', () => {
  fc.assert(
    fc.property(configs, (config) => {
      const { order } = knows(config);
      expect(grade(config, { order })).toEqual({ score: 1, right: true });
      expect(grade(config, { order: [...order].reverse() })).toEqual({ score: 0, right: false });
    }),
  );
});

test('two neighbours in each other’s place cost one pair, wherever they stand', () => {
  fc.assert(
    fc.property(configs, fc.nat(6), (config, at) => {
      const { order } = knows(config);
      const i = at % (order.length - 1);
      const swapped = [...order.slice(0, i), order[i + 1]!, order[i]!, ...order.slice(i + 2)];
      const { right, of } = pairsIn(config, swapped);
      expect(of - right).toBe(1);
      expect(scoreOf(config, swapped)).toBeCloseTo(Math.max(0, 1 - 2 / of));
    }),
  );
});

test('nobody starts from the right order, and everybody from one of all items', () => {
  fc.assert(
    fc.property(configs, fc.nat(), (config, n) => {
      const ids = known(config).map(({ id }) => id);
      const start = placesFor(config, derive('seed', `seat ${n}`)).map((place) => ids[place]!);
      expect([...start].sort()).toEqual([...ids].sort());
      expect(start).not.toEqual(knows(config).order);
    }),
    { numRuns: 500 },
  );
});

test('where one starts tells that this order is not right, and nothing else of which one is', () => {
  const seats = Array.from({ length: 3_000 }, (_, i) => derive('seed', `seat ${i}`));
  const config = (ids: string): Config => ({
    items: [...ids].map((id) => ({ id, text })),
    ends: { first: text, last: text },
  });
  const starts = (ids: string) => seats.map((seat) => placesFor(config(ids), seat).join(''));
  const [one, two] = [starts('abc'), starts('cab')];
  const counts = (all: readonly string[]) =>
    [...new Set(all)].map((start) => all.filter((other) => other === start).length);
  // Each of the five others is as likely, the reverse too.
  for (const count of counts(one)) expect(Math.abs(count - 600)).toBeLessThan(90);
  expect([counts(one), counts(two)].map(({ length }) => length)).toEqual([5, 5]);
  // Whoever would have started from neither order starts from the same one.
  const moved = seats.filter((_, i) => one[i] !== two[i]).length;
  expect(moved / seats.length).toBeCloseTo(1 / 3, 1);
});

test('what everybody sees is seldom in its right order, also where that is written down as a, b, c, d', () => {
  const written = (n: number): Config => ({
    items: [...'abcd'].map((id) => ({ id, text: { en: `${id} ${n}` } })),
    ends: { first: text, last: text },
  });
  const told = Array.from({ length: 400 }, (_, n) =>
    known(written(n))
      .map(({ id }) => id)
      .join(''),
  );
  // By chance, one in 24 of them.
  expect(told.filter((ids) => ids === 'abcd').length).toBeLessThan(40);
  expect(new Set(told).size).toBe(24);
});

test('what a student sees is the same for every right order', () => {
  fc.assert(
    fc.property(configs, (config) => {
      const other = { ...config, items: [...config.items].reverse() };
      expect(JSON.stringify(view(other))).toBe(JSON.stringify(view(config)));
    }),
  );
});
