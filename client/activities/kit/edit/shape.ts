import type { JsonSchema } from './json-schema';
import type { Path } from './paths';

/** A part of a configuration, as a form sees it. */
export type Shape =
  | { readonly is: 'text' }
  | { readonly is: 'line'; readonly longest: number | null }
  | { readonly is: 'seed' }
  /** It names a row for files and results, and nobody reads it. */
  | { readonly is: 'id' }
  | NumberShape
  | { readonly is: 'switch' }
  | { readonly is: 'choice'; readonly values: readonly (string | number)[] }
  | { readonly is: 'fixed'; readonly value: unknown }
  | ListShape
  | { readonly is: 'tuple'; readonly items: readonly Shape[] }
  | GroupShape
  | VariantsShape
  | { readonly is: 'perhaps'; readonly shape: Shape }
  | { readonly is: 'anything' };

export interface NumberShape {
  readonly is: 'number';
  readonly whole: boolean;
  readonly least: number | null;
  readonly most: number | null;
}

export interface ListShape {
  readonly is: 'list';
  readonly item: Shape;
  readonly fewest: number;
  readonly most: number | null;
}

export interface GroupShape {
  readonly is: 'group';
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** It may be left out. */
  readonly optional: boolean;
}

/** Groups of which there is one; the field `by` tells which, the first one of several that it fits. */
export interface VariantsShape {
  readonly is: 'variants';
  readonly by: string;
  readonly variants: readonly { readonly value: unknown; readonly group: GroupShape }[];
}

/** A text in one or more languages, as scripts/lib/lesson-schema.mjs calls it. */
const TEXT = '#/$defs/inLanguages';
/** What decides by chance which points there are: nobody thinks one up. */
const SEED = '^[0-9a-f]{32}$';
/** What names an option or an item, of some length. */
const ID = /^\^\[a-z0-9\]\{1,\d+\}\$$/;

const isNull = ({ type }: JsonSchema): boolean => type === 'null';

/** What a schema asks for. */
export function shapeOf(schema: JsonSchema): Shape {
  if (schema.$ref === TEXT) return { is: 'text' };
  const options = schema.oneOf ?? schema.anyOf;
  if (options) return ofOptions(options);
  if ('const' in schema) return { is: 'fixed', value: schema.const };
  if (schema.enum) return { is: 'choice', values: schema.enum };
  return ofType(schema);
}

function ofOptions(options: readonly JsonSchema[]): Shape {
  const [only, ...others] = options.filter((option) => !isNull(option));
  if (!only) return { is: 'anything' };
  const shape = others.length === 0 ? shapeOf(only) : variantsOf([only, ...others]);
  return options.some(isNull) ? { is: 'perhaps', shape } : shape;
}

/** What stands inside of a variant that is itself one of several. */
const alone = (options: readonly JsonSchema[]): readonly JsonSchema[] =>
  options.flatMap((option) => option.oneOf ?? option.anyOf ?? [option]);

function variantsOf(nested: readonly JsonSchema[]): Shape {
  const options = alone(nested);
  const names = Object.keys(options[0]?.properties ?? {});
  const by = names.find((name) => options.every(({ properties }) => 'const' in (properties?.[name] ?? {})));
  if (by === undefined) return { is: 'anything' };
  const variants = options.map((option) => ({
    value: option.properties?.[by]?.const,
    group: groupOf(option),
  }));
  return { is: 'variants', by, variants };
}

const groupOf = ({ properties = {}, required = [] }: JsonSchema): GroupShape => ({
  is: 'group',
  fields: Object.entries(properties).map(([name, schema]) => ({
    ...{ name, shape: shapeOf(schema) },
    optional: !required.includes(name),
  })),
});

function ofType(schema: JsonSchema): Shape {
  switch (schema.type) {
    case 'object':
      return groupOf(schema);
    case 'array':
      return ofArray(schema);
    case 'boolean':
      return { is: 'switch' };
    case 'string':
      return ofString(schema);
    case 'integer':
    case 'number':
      return {
        ...{ is: 'number', whole: schema.type === 'integer' },
        ...{ least: schema.minimum ?? null, most: schema.maximum ?? null },
      };
    default:
      return { is: 'anything' };
  }
}

function ofString({ pattern, maxLength }: JsonSchema): Shape {
  if (pattern === SEED) return { is: 'seed' };
  return pattern && ID.test(pattern) ? { is: 'id' } : { is: 'line', longest: maxLength ?? null };
}

const isEach = (items: JsonSchema['items']): items is readonly JsonSchema[] => Array.isArray(items);

function ofArray({ items, minItems = 0, maxItems }: JsonSchema): Shape {
  if (isEach(items)) return { is: 'tuple', items: items.map(shapeOf) };
  if (!items) return { is: 'anything' };
  return { is: 'list', item: shapeOf(items), fewest: minItems, most: maxItems ?? null };
}

/** The field that a path leads to, whatever stands in lists; null where it leads to none. */
export function fieldAt(shape: Shape, path: Path): Field | null {
  const [key, ...rest] = path;
  if (shape.is === 'list' && typeof key === 'number') return fieldAt(shape.item, rest);
  if (shape.is === 'perhaps') return fieldAt(shape.shape, path);
  const field = shape.is === 'group' ? shape.fields.find(({ name }) => name === key) : undefined;
  if (!field) return null;
  return rest.length === 0 ? field : fieldAt(field.shape, rest);
}

/** Whether there is anything in it that somebody could set. */
export function isSettable(shape: Shape): boolean {
  switch (shape.is) {
    case 'fixed':
    case 'id':
    case 'anything':
      return false;
    case 'group':
      return shape.fields.some(isShown);
    case 'tuple':
      return shape.items.some(isSettable);
    default:
      return true;
  }
}

/** A field with a control of its own; of one that always says the same, whether it is there may be chosen. */
export const isShown = ({ shape, optional }: Field): boolean =>
  isSettable(shape) || (optional && shape.is === 'fixed');
