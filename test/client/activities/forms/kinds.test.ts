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
import { shapeOf, type GroupShape, type VariantsShape } from '../../../../client/activities/kit/edit/shape';
import raceEdit from '../../../../client/activities/race/edit';
import { askable, hasTerms, ownTable, termsFrom } from '../../../../client/activities/race/edit-own';
import { dataOf, ofFamily, onData, tried } from '../../../../client/activities/race/edit-terms';
import { pictureOf } from '../../../../client/activities/slide/editing';
import { layersOnLeaves } from '../../../support/own-race';

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
    const dataIn = ({ fields }: GroupShape): readonly unknown[] => {
      const data = fields.find(({ name }) => name === 'data')?.shape;
      if (data?.is === 'fixed') return [data.value];
      return data?.is === 'choice' ? data.values : [];
    };
    for (const family of Object.keys(tried)) {
      const groups = shape.variants.filter(({ value }) => value === family);
      const known = groups.flatMap(({ group }) => dataIn(group));
      expect([...dataOf(family)].sort()).toEqual([...known].sort());
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

describe('a race on a teacher’s own table', () => {
  /** What a teacher has after choosing a table: everything but what the server works out from it. */
  const { energy: _energy, accuracy: _accuracy, good: _good, ...fresh } = fieldsOf(layersOnLeaves);

  test('keeps its table from family to family, and each family’s energy, goals and limits', () => {
    const table = ownTable();
    table.keep(layersOnLeaves);
    const line = table.of(layersOnLeaves, 'linear');
    expect(line).toMatchObject({ family: 'linear', data: 'own', rows: fresh.rows, samples: 60, attempts: 5 });
    expect(hasTerms(line), 'what a line costs is still to be worked out').toBe(false);
    table.keep({ ...line, energy: { max: 900, par: 90 } });
    expect(table.of(line, 'mlp')).toEqual(layersOnLeaves);
    expect(table.of(layersOnLeaves, 'linear')).toMatchObject({ energy: { max: 900, par: 90 } });
  });

  test('is there again after other data, which have nothing of it', () => {
    const table = ownTable();
    const first = table.of(raceEdit.start, 'mlp');
    table.keep({ ...first, ...layersOnLeaves });
    const moons = v.parse(raceSchema, onData(table.without(layersOnLeaves), 'moons'));
    expect(moons).toMatchObject({ dataSeed: raceEdit.start.dataSeed, attempts: 5 });
    expect(table.of(moons, 'mlp')).toEqual(layersOnLeaves);
  });

  test.each(['mlp', 'linear'])(
    'can be asked about in family %s before a word or a price is there',
    (family) => {
      const table = ownTable();
      table.keep({ ...fresh, source: {}, x: { ...layersOnLeaves.x, name: {} } });
      const asked = askable(table.of(raceEdit.start, family));
      expect(v.safeParse(raceSchema, asked).issues).toBeUndefined();
    },
  );

  test('has prices of before once table, samples, limits or family are others, and not for a name', () => {
    const { x } = layersOnLeaves;
    expect(
      termsFrom({ ...layersOnLeaves, source: {}, attempts: 2, x: { ...x, name: { it: 'altro' } } }),
    ).toBe(termsFrom(layersOnLeaves));
    for (const other of [{ samples: 61 }, { rows: '' }, { family: 'linear' }, { x: { ...x, to: 99 } }])
      expect(termsFrom({ ...layersOnLeaves, ...other })).not.toBe(termsFrom(layersOnLeaves));
  });
});
