import { fieldsOf, listOf } from './paths';
import { freeId } from './rows';
import type { Field, GroupShape, ListShape, NumberShape, Shape, VariantsShape } from './shape';

/** What begins a part that was not there: as little as its shape allows. */
export function freshOf(shape: Shape): unknown {
  switch (shape.is) {
    case 'text':
      return {};
    case 'line':
      return '';
    case 'id':
      return freeId([]);
    case 'seed':
      return '0'.repeat(32);
    case 'number':
      return nearestTo(0, shape);
    case 'switch':
      return false;
    case 'choice':
      return shape.values[0];
    case 'fixed':
      return shape.value;
    case 'list':
      return freshRows(shape);
    case 'tuple':
      return shape.items.map(freshOf);
    case 'group':
      return groupFrom(shape, {});
    case 'variants':
      return shape.variants[0] ? groupFrom(shape.variants[0].group, {}) : {};
    case 'perhaps':
    case 'anything':
      return null;
  }
}

/** One row more for a list: where rows have ids, with one of its own; of several values, each in its turn. */
export function freshRow(item: Shape, rows: readonly unknown[]): unknown {
  if (item.is === 'choice') return item.values[rows.length % item.values.length];
  const row = freshOf(item);
  if (item.is !== 'group') return row;
  const ids = item.fields.filter(({ shape, optional }) => shape.is === 'id' && !optional);
  const own = ids.map(({ name }) => [name, freeId(rows.map((other) => fieldsOf(other)[name]))] as const);
  return { ...fieldsOf(row), ...Object.fromEntries(own) };
}

function freshRows({ item, fewest }: ListShape): readonly unknown[] {
  const rows: unknown[] = [];
  while (rows.length < fewest) rows.push(freshRow(item, rows));
  return rows;
}

const nearestTo = (value: number, { least, most }: NumberShape): number =>
  Math.min(Math.max(value, least ?? value), most ?? value);

/** Another of several variants: what it has in common with the one before is kept as far as it fits. */
export function asVariant(shape: VariantsShape, value: unknown, to: unknown): unknown {
  const variant = shape.variants.find((one) => one.value === to);
  return variant ? groupFrom(variant.group, { ...fieldsOf(value), [shape.by]: to }) : value;
}

function groupFrom({ fields }: GroupShape, before: unknown): unknown {
  const entries = fields.map(
    (field) => [field.name, fieldFrom(field, fieldsOf(before)[field.name])] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function fieldFrom({ shape, optional }: Field, before: unknown): unknown {
  if (before === undefined) return optional ? undefined : freshOf(shape);
  if (shape.is === 'group') return groupFrom(shape, before);
  if (fits(shape, before)) return before;
  return optional ? undefined : freshOf(shape);
}

/** Whether a value has the form that its shape asks for; whether it is right is for others to say. */
export function fits(shape: Shape, value: unknown): boolean {
  switch (shape.is) {
    case 'line':
    case 'seed':
    case 'id':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && nearestTo(value, shape) === value;
    case 'switch':
      return typeof value === 'boolean';
    case 'choice':
      return shape.values.some((one) => one === value);
    case 'fixed':
      return shape.value === value;
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(shape.item, item));
    case 'tuple':
      return shape.items.every((item, i) => fits(item, listOf(value)[i]));
    case 'perhaps':
      return value === null || fits(shape.shape, value);
    case 'variants':
      return shape.variants.some(({ value: one }) => one === fieldsOf(value)[shape.by]);
    case 'text':
    case 'group':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'anything':
      return true;
  }
}
