import { expect, test } from 'vitest';
import { asVariant, fits, freshOf } from '../../../../client/activities/kit/edit/fresh';
import type { JsonSchema } from '../../../../client/activities/kit/edit/json-schema';
import {
  fieldAt,
  isSettable,
  shapeOf,
  type VariantsShape,
} from '../../../../client/activities/kit/edit/shape';

const object = (properties: Record<string, JsonSchema>, ...optional: string[]): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const percent: JsonSchema = { type: 'integer', minimum: 20, maximum: 200 };

test('a reference to a text is a text, whatever else is said of it', () => {
  expect(shapeOf({ $ref: '#/$defs/inLanguages' })).toEqual({ is: 'text' });
});

test('what may be null is perhaps there', () => {
  expect(shapeOf({ anyOf: [percent, { type: 'null' }] })).toEqual({
    is: 'perhaps',
    shape: { is: 'number', whole: true, least: 20, most: 200 },
  });
});

test('a pair has a shape for each place, a list one for all', () => {
  expect(shapeOf({ type: 'array', items: [percent, { const: 3 }] })).toMatchObject({
    is: 'tuple',
    items: [{ is: 'number' }, { is: 'fixed', value: 3 }],
  });
  expect(shapeOf({ type: 'array', items: { enum: [0, 1] }, minItems: 2, maxItems: 6 })).toEqual({
    ...{ is: 'list', fewest: 2, most: 6 },
    item: { is: 'choice', values: [0, 1] },
  });
});

const drawn = object({ family: { const: 'drawn' }, samples: percent, noise: percent });
const table = object({ family: { const: 'table' }, samples: percent, rows: { type: 'boolean' } }, 'rows');
const families = shapeOf({ oneOf: [drawn, table] }) as VariantsShape;

test('variants are told apart by the field that always says the same in each', () => {
  expect(families).toMatchObject({ is: 'variants', by: 'family' });
  expect(families.variants.map(({ value }) => value)).toEqual(['drawn', 'table']);
});

test('another variant keeps what both have, and begins what only it has', () => {
  const config = { family: 'table', samples: 50, rows: true };
  expect(asVariant(families, config, 'drawn')).toEqual({ family: 'drawn', samples: 50, noise: 20 });
  expect(asVariant(families, asVariant(families, config, 'drawn'), 'table')).toEqual({
    family: 'table',
    samples: 50,
  });
});

test('what does not fit the other variant begins anew', () => {
  expect(asVariant(families, { family: 'table', samples: 'many' }, 'drawn')).toEqual({
    ...{ family: 'drawn', samples: 20, noise: 20 },
  });
});

test('a part that always says the same cannot be set; whether it is there can', () => {
  const fixed = object({ proof: { const: 'xor' } });
  expect(isSettable(shapeOf(fixed))).toBe(false);
  expect(isSettable(shapeOf(object({ own: { const: true } }, 'own')))).toBe(true);
});

test('what is fresh fits its own shape', () => {
  const all = object({
    text: { $ref: '#/$defs/inLanguages' },
    list: { type: 'array', items: { enum: ['a', 'b'] }, minItems: 3 },
    pair: { type: 'array', items: [percent, percent] },
    perhaps: { anyOf: [percent, { type: 'null' }] },
    family: { oneOf: [drawn, table] },
    seed: { type: 'string', pattern: '^[0-9a-f]{32}$' },
  });
  expect(fits(shapeOf(all), freshOf(shapeOf(all)))).toBe(true);
  expect(freshOf(shapeOf(all))).toMatchObject({
    ...{ text: {}, list: ['a', 'b', 'a'], pair: [20, 20], perhaps: null },
    family: { family: 'drawn', samples: 20, noise: 20 },
  });
});

test('a new row has an id that no other has', () => {
  const options = {
    type: 'array',
    minItems: 2,
    items: object({ id: { type: 'string', pattern: '^[a-z0-9]{1,8}$' } }),
  };
  expect(freshOf(shapeOf(options))).toEqual([{ id: 'a' }, { id: 'b' }]);
});

test('a path leads to its field, through lists and through what may be null', () => {
  const shape = shapeOf(
    object({ rows: { type: 'array', items: object({ of: { anyOf: [drawn, { type: 'null' }] } }) } }),
  );
  expect(fieldAt(shape, ['rows', 3, 'of', 'samples'])?.shape).toMatchObject({ is: 'number', least: 20 });
  expect(fieldAt(shape, ['rows', 3, 'of'])?.shape.is).toBe('perhaps');
  expect(fieldAt(shape, ['columns'])).toBeNull();
});
