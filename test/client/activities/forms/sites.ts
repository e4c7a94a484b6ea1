import fc from 'fast-check';
import { fieldsOf, listOf, type Path } from '../../../../client/activities/kit/edit/paths';
import {
  isShown,
  type Field,
  type GroupShape,
  type Shape,
} from '../../../../client/activities/kit/edit/shape';

/** A place of a configuration that its form has a control for. */
export interface Site {
  readonly path: Path;
  readonly shape: Shape;
  readonly optional: boolean;
}

/** Every place of a configuration that a form shows, groups and lists themselves too. */
export function sitesIn(shape: Shape, value: unknown, path: Path = [], optional = false): readonly Site[] {
  const own: Site = { path, shape, optional };
  switch (shape.is) {
    case 'group':
      return [own, ...inGroup(shape, value, path)];
    case 'variants': {
      const chosen = shape.variants.find((one) => one.value === fieldsOf(value)[shape.by]);
      return [own, ...(chosen ? inGroup(chosen.group, value, path, shape.by) : [])];
    }
    case 'list':
      return [own, ...listOf(value).flatMap((item, at) => sitesIn(shape.item, item, [...path, at]))];
    case 'tuple':
      return [own, ...shape.items.flatMap((item, at) => sitesIn(item, listOf(value)[at], [...path, at]))];
    case 'perhaps':
      return value === null ? [own] : [own, ...sitesIn(shape.shape, value, path)];
    default:
      return [own];
  }
}

const inGroup = ({ fields }: GroupShape, value: unknown, path: Path, but?: string): readonly Site[] =>
  fields
    .filter((field) => isShown(field) && field.name !== but)
    .flatMap(({ name, shape, optional }: Field) => {
      const inner = fieldsOf(value)[name];
      const at = [...path, name];
      return inner === undefined ? [{ path: at, shape, optional }] : sitesIn(shape, inner, at, optional);
    });

/** What somebody may set there, by hand or by a switch. */
export function settingsOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.is) {
    case 'text':
      return fc.dictionary(fc.constantFrom('it', 'en', 'de'), fc.string({ minLength: 1 }));
    case 'line':
    case 'seed':
      return fc.string();
    case 'number':
      return fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.constant(undefined));
    case 'switch':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...shape.values);
    case 'list':
      return fc.array(settingsOf(shape.item), { maxLength: 4 });
    case 'perhaps':
      return fc.oneof(fc.constant(null), settingsOf(shape.shape));
    default:
      return fc.constant(undefined);
  }
}
