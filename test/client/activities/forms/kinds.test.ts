import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { knows } from '#shared/activities/race/bots';
import { costOf } from '#shared/activities/race/check';
import { config as raceSchema } from '#shared/activities/race/config';
import { withOptions, withRight } from '../../../../client/activities/choice/editing';
import { fromTenths, gateIn, inTenths, withGate } from '../../../../client/activities/gate/editing';
import type { JsonSchema } from '../../../../client/activities/kit/edit/json-schema';
import { fieldsOf } from '../../../../client/activities/kit/edit/paths';
import { shapeOf, type VariantsShape } from '../../../../client/activities/kit/edit/shape';
import raceEdit from '../../../../client/activities/race/edit';
import { dataOf, ofFamily, onData, tried } from '../../../../client/activities/race/edit-terms';
import { pictureOf } from '../../../../client/activities/slide/editing';

describe('the options of a choice', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text: {} }));
  const one = { options, right: ['b'], several: false };

  test('are right one in the place of the other where one may be picked, and beside each other where several may', () => {
    expect(withRight(one, 'c', true)).toMatchObject({ right: ['c'] });
    expect(withRight({ ...one, several: true }, 'c', true)).toMatchObject({ right: ['b', 'c'] });
    expect(withRight({ ...one, several: true, right: ['b', 'c'] }, 'b', false)).toMatchObject({
      right: ['c'],
    });
  });

  test('take what is right with them when they go, and keep it when they move', () => {
    expect(withOptions(one, [options[0], options[2]])).toMatchObject({ right: [] });
    expect(withOptions(one, [...options].reverse())).toMatchObject({ right: ['b'] });
  });
});

describe('a gate', () => {
  const begun = { gate: 'and', start: { w: [10, 0], b: -5 }, moves: 'b' };

  test('keeps the neuron that it begins with as long as it has as many inputs', () => {
    expect(withGate(begun, 'or')).toEqual({ ...begun, gate: 'or' });
    expect(withGate(begun, 'not')).toEqual({ gate: 'not' });
    expect(withGate(begun, 'own')).toEqual({ gate: 'own' });
  });

  test('is none where its name is no gate’s', () => {
    expect(gateIn({ gate: 'xor' })).toBeNull();
    expect(gateIn(undefined)).toBeNull();
  });

  test('has numbers in tenths, which a person reads and types as they are', () => {
    expect(fromTenths(-15)).toBe(-1.5);
    expect(inTenths(-1.5)).toBe(-15);
    expect(inTenths(0.3)).toBe(3);
    expect(inTenths('uno')).toBe('uno');
    expect(fromTenths('uno')).toBe('uno');
  });
});

test('another sort of picture keeps what it shows in words', () => {
  const network = { shows: 'network', layers: [2, 2], alt: { it: 'una rete' } };
  expect(pictureOf(network, 'image')).toEqual({ shows: 'image', alt: { it: 'una rete' } });
  expect(pictureOf(network, 'none')).toBeNull();
  expect(pictureOf(null, 'network')).toMatchObject({ shows: 'network', alt: {} });
});

describe('a race', () => {
  const { $defs } = JSON.parse(readFileSync('lessons/lesson.schema.json', 'utf8')) as {
    readonly $defs: Readonly<Record<string, JsonSchema>>;
  };
  const shape = shapeOf($defs.race as JsonSchema) as VariantsShape;
  const races = Object.entries(tried).flatMap(([family, sets]) =>
    Object.keys(sets).map((data) => ({ family, data })),
  );

  test.each(races)('of $family on $data can be played with what goes with them', ({ family, data }) => {
    const config = v.parse(raceSchema, onData(ofFamily(shape, raceEdit.start, family), data));
    expect(costOf(config, knows(config)), 'the network that does well is free').toBeLessThanOrEqual(
      config.energy.par,
    );
  });

  test('offers all data that its families have', () => {
    for (const { value, group } of shape.variants) {
      const data = group.fields.find(({ name }) => name === 'data')?.shape;
      const known: readonly unknown[] = data?.is === 'choice' ? data.values : [];
      expect([...dataOf(value)].sort()).toEqual([...known].sort());
    }
  });

  test('of another family stays on the same data where that has them', () => {
    expect(ofFamily(shape, raceEdit.start, 'linear')).toMatchObject({ family: 'linear', data: 'moons' });
    expect(ofFamily(shape, raceEdit.start, 'rnn')).toMatchObject({ family: 'rnn', data: 'co2' });
  });

  test('keeps how often it may be tried, and loses the share of data that are shared out', () => {
    const birds = { ...fieldsOf(onData(raceEdit.start, 'penguins')), share: [0, 40], attempts: 9 };
    const next = fieldsOf(onData(birds, 'circle'));
    expect(next.attempts).toBe(9);
    expect(next).not.toHaveProperty('share');
  });
});
