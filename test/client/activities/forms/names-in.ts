import { nameAt } from '../../../../client/activities/kit/edit/names';
import type { Path } from '../../../../client/activities/kit/edit/paths';
import { isShown, type GroupShape, type Shape } from '../../../../client/activities/kit/edit/shape';

/** What a form has to have words for: a field by its path, or one of its values. */
export type Needed = { readonly path: string } | { readonly path: string; readonly value: string };

/** All words that a form needs which is made from a shape; numbers say themselves. */
export function namesIn(shape: Shape, path: Path): readonly Needed[] {
  const own: readonly Needed[] = typeof path.at(-1) === 'string' ? [{ path: nameAt(path) }] : [];
  switch (shape.is) {
    case 'group':
      return [...own, ...inGroup(shape, path)];
    case 'variants':
      return [
        ...valuesOf(
          [...path, shape.by],
          shape.variants.map(({ value }) => value),
        ),
        ...shape.variants.flatMap(({ group }) => inGroup(group, path)),
      ];
    case 'list':
      return [...own, { path: `${nameAt(path)}[]` }, ...namesIn(shape.item, [...path, 0])];
    case 'tuple':
      return [...own, ...shape.items.flatMap((item, at) => namesIn(item, [...path, at]))];
    case 'perhaps':
      return namesIn(shape.shape, path);
    case 'choice':
      return [...own, ...valuesOf(path, shape.values)];
    default:
      return own;
  }
}

const inGroup = ({ fields }: GroupShape, path: Path): readonly Needed[] =>
  fields.filter(isShown).flatMap(({ name, shape }) => namesIn(shape, [...path, name]));

const valuesOf = (path: Path, values: readonly unknown[]): readonly Needed[] => [
  { path: nameAt(path) },
  ...values
    .filter((value): value is string => typeof value === 'string')
    .map((value) => ({ path: nameAt(path), value })),
];
