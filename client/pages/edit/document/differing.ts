import type { Path } from './draft';

/**
 * The way from two values to the one word or number that is another in them, which may be missing in one; null: they
 * differ in more, or in something else, or not at all.
 */
export function onlyDifference(one: unknown, other: unknown): Path | null {
  const found = differences(one, other);
  return found?.length === 1 ? (found[0] ?? null) : null;
}

/** Each word or number that is another; null: they differ in something else. */
function differences(one: unknown, other: unknown): readonly Path[] | null {
  if (one === other) return [];
  if (isTyped(one) && isTyped(other)) return [[]];
  const [left, right] = [partsOf(one), partsOf(other)];
  if (!left || !right || Array.isArray(left) !== Array.isArray(right)) return null;
  if (Array.isArray(left) && Object.keys(left).length !== Object.keys(right).length) return null;
  const found: Path[] = [];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const inside = differences(left[key], right[key]);
    if (!inside) return null;
    found.push(...inside.map((path) => [key, ...path]));
  }
  return found;
}

const isTyped = (value: unknown): boolean =>
  value === undefined || typeof value === 'string' || typeof value === 'number';

/** The parts of an object or a list; a missing object has none yet. */
const partsOf = (value: unknown): Readonly<Record<string, unknown>> | null => {
  if (value === undefined) return {};
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
};
