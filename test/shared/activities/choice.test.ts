import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, type Config, type View } from '#shared/activities/choice/index';
import { derive, type Seed } from '#shared/rng';
import { bound } from '../../support/bound';
import { SEED } from '../../support/session';

const seat = fc.string({ maxLength: 8 }).map((name) => derive(SEED, name));

/** Options of which any are right, in an order that each seat has for itself or not. */
const configs = fc
  .record({ size: fc.integer({ min: 2, max: 6 }), right: fc.nat({ max: 5 }), shuffle: fc.boolean() })
  .map(({ size, right, shuffle }): Config => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, size);
    const options = ids.map((id) => ({ id, text: { en: `option ${id}` } }));
    return { options, right: [ids[right % size] ?? 'a'], several: false, shuffle };
  });

const lettersOf = ({ options }: View) => Object.fromEntries(options.map(({ id, letter }) => [id, letter]));
const seen = (config: Config, by: Seed | null) => bound('choice', config).view(by) as View;

test('R54 an option has the same letter on every seat, whatever the order: that of its place on the projector', () => {
  fc.assert(
    fc.property(configs, seat, (config, by) => {
      const projector = seen(config, null);
      expect(projector.options.map(({ letter }) => letter).join('')).toBe(
        'ABCDEF'.slice(0, config.options.length),
      );
      expect(lettersOf(seen(config, by))).toEqual(lettersOf(projector));
    }),
  );
});

test('R54 letters say nothing of which option is right', () => {
  fc.assert(
    fc.property(configs, fc.option(seat), fc.nat(), (config, by, other) => {
      const right = [config.options[other % config.options.length]?.id ?? 'a'];
      expect(seen({ ...config, right }, by)).toEqual(seen(config, by));
    }),
  );
});

test('R54 seats see the letters in different orders', () => {
  const config = choice.examples[0]?.config;
  if (!config) throw new Error('no example');
  const orders = Array.from({ length: 20 }, (_, i) =>
    seen(config, derive(SEED, `${i}`))
      .options.map(({ letter }) => letter)
      .join(''),
  );
  expect(new Set(orders).size).toBeGreaterThan(5);
});
