import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Example } from '#shared/activities/activity';
import { activities, activityKinds, type ActivityKind } from '#shared/activities/registry';
import { editOf, editedKinds, formOf } from '../../../../client/activities/edits';
import { asVariant, freshOf } from '../../../../client/activities/kit/edit/fresh';
import type { JsonSchema } from '../../../../client/activities/kit/edit/json-schema';
import { fieldsOf, valueAt, withValue } from '../../../../client/activities/kit/edit/paths';
import { shapeOf } from '../../../../client/activities/kit/edit/shape';
import { activityOf } from '../../../support/bound';
import { namesIn } from './names-in';
import { settingsOf, sitesIn } from './sites';

const { $defs } = JSON.parse(readFileSync('lessons/lesson.schema.json', 'utf8')) as {
  readonly $defs: Readonly<Record<string, unknown>>;
};
const shapeOfKind = (kind: ActivityKind) => shapeOf($defs[kind] as JsonSchema);

/** What only its teacher can begin with: a question, the items to order, a sentence to show. */
const WORDS: readonly ActivityKind[] = ['choice', 'numeric', 'order', 'poll', 'slide'];

/** Made by hand around fields of the schema. */
const SCHEMA: readonly ActivityKind[] = ['race'];

/** What stands under these is made by hand: the columns of a table, and the network that the server finds for it. */
const BY_HAND = /^(x|y|good)\./;

/** A kind's configurations: what a new step begins with, and all that it vouches for itself. */
function configsOf(kind: ActivityKind): readonly [unknown, ...unknown[]] {
  const examples: readonly Example<unknown>[] = activityOf(kind).examples;
  return [editOf(kind).start, ...examples.map(({ config }) => config)];
}

test('every kind can be written', () => {
  expect([...editedKinds].sort()).toEqual([...activityKinds].sort());
});

test.each(activityKinds.filter((kind) => !WORDS.includes(kind)))(
  'a new step of %s can be played at once',
  (kind) => {
    const config = activities.find((one) => one.kind === kind)?.config;
    expect(v.safeParse(config as v.GenericSchema, editOf(kind).start).issues).toBeUndefined();
  },
);

test.each(activityKinds.filter((kind) => formOf(kind) === null || SCHEMA.includes(kind)))(
  'the form of %s has words for each of its fields and their values',
  (kind) => {
    const { labels = {}, values = {} } = editOf(kind);
    const named = namesIn(shapeOfKind(kind), []).filter(({ path }) => !BY_HAND.test(path));
    const without = named.filter((name) =>
      'value' in name
        ? values[name.path]?.[name.value] === undefined
        : labels[name.path] === undefined && labels[`${name.path}?`] === undefined,
    );
    expect(without).toEqual([]);
  },
);

describe.each(activityKinds)('%s', (kind) => {
  const edit = editOf(kind);
  const shape = shapeOfKind(kind);
  const configs = fc.constantFrom(...configsOf(kind));

  test('has a name and a line that says what a class does', () => {
    expect(edit.name()).toMatch(/\p{L}{3}/u);
    expect(edit.about()).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('writes the version that the kind has today', () => {
    expect(edit.version).toBe(activityOf(kind).version);
  });

  test('a field that is set and set back leaves the configuration as it was', () => {
    const changes = configs.chain((config) =>
      fc
        .constantFrom(...sitesIn(shape, config))
        .chain((site) => settingsOf(site.shape).map((setting) => ({ config, site, setting }))),
    );
    fc.assert(
      fc.property(changes, ({ config, site: { path, shape: own }, setting }) => {
        const before = valueAt(config, path);
        for (const next of [setting, freshOf(own)])
          expect(withValue(withValue(config, path, next), path, before)).toEqual(config);
      }),
    );
  });

  test('another variant and back keeps all that both have', () => {
    for (const config of configsOf(kind))
      for (const { path, shape: own } of sitesIn(shape, config)) {
        if (own.is !== 'variants') continue;
        const before = fieldsOf(valueAt(config, path));
        for (const { value, group } of own.variants) {
          const other = fieldsOf(asVariant(own, before, value));
          expect(Object.keys(other)).not.toContain(undefined);
          const back = fieldsOf(asVariant(own, other, before[own.by]));
          for (const { name } of group.fields)
            if (JSON.stringify(other[name]) === JSON.stringify(before[name]))
              expect(back[name]).toEqual(before[name]);
        }
      }
  });
});
