import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOf, valueAt, withValue, type Path } from '../../../../client/activities/kit/edit/paths';
import { chanceId, freeId, moved, without } from '../../../../client/activities/kit/edit/rows';

const config = { energy: { max: 10, par: 3 }, options: [{ id: 'a' }, { id: 'b', why: { it: 'no' } }] };

test('a value is found by its keys and places, and nothing where they lead nowhere', () => {
  expect(valueAt(config, ['energy', 'par'])).toBe(3);
  expect(valueAt(config, ['options', 1, 'why', 'it'])).toBe('no');
  expect(valueAt(config, ['options', 7, 'id'])).toBeUndefined();
  expect(valueAt('a word', ['energy', 'par'])).toBeUndefined();
});

test('a value is put where it belongs, and what is around it stays the very same', () => {
  const next = withValue(config, ['energy', 'par'], 4) as typeof config;
  expect(next.energy).toEqual({ max: 10, par: 4 });
  expect(next.options).toBe(config.options);
  expect(config.energy.par).toBe(3);
});

test('undefined takes a key away; what is missing on the way to a value is made', () => {
  expect(withValue(config, ['options', 1, 'why'], undefined)).toEqual({
    ...config,
    options: [{ id: 'a' }, { id: 'b' }],
  });
  expect(withValue(undefined, ['options', 0, 'text', 'it'], 'sì')).toEqual({
    options: [{ text: { it: 'sì' } }],
  });
});

/** Every path of a value, the root's too. */
const pathsOf = (value: unknown): Path[] =>
  typeof value === 'object' && value !== null
    ? [
        [],
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsOf(inner).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
        ),
      ]
    : [[]];

test('whatever is put anywhere is found there, and putting back what was there changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.nat(), (before, other, which) => {
      const paths = pathsOf(before);
      const path = paths[which % paths.length] ?? [];
      const changed = withValue(before, path, other);
      expect(valueAt(changed, path)).toEqual(other);
      expect(withValue(changed, path, valueAt(before, path))).toEqual(before);
    }),
  );
});

test('a row goes up, down, and out, and the others keep their order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
});

test('a row that was moved and moved back is where it was', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (rows, a, b) => {
      const [from, to] = [a % rows.length, b % rows.length];
      expect(moved(moved(rows, from, to), to, from)).toEqual(rows);
    }),
  );
});

test('a new id is none of those that are taken, and fits what names an option', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z][0-9]?$/), { maxLength: 60 }), (taken) => {
      expect(taken).not.toContain(freeId(taken));
      expect(freeId(taken)).toMatch(/^[a-z0-9]{1,8}$/);
    }),
  );
  expect(freeId(['a', 'c'])).toBe('b');
});

test('what is no list has no rows', () => {
  expect(listOf('abc')).toEqual([]);
  expect(listOf(undefined)).toEqual([]);
});

test('an id by chance tells nothing of where its row stands, and is not taken', () => {
  const rows = Array.from({ length: 300 }).reduce<string[]>((ids) => [...ids, chanceId(ids)], []);
  expect(new Set(rows).size).toBe(300);
  for (const id of rows) expect(id).toMatch(/^[a-z0-9]{1,12}$/);
  const rising = rows.filter((id, i) => i > 0 && id > rows[i - 1]!).length;
  expect(Math.abs(rising - 150)).toBeLessThan(60);
});
