/** The keys and the places (from 0) that lead to a part of a configuration, from its root. */
export type Path = readonly (string | number)[];

/** A path as one text: the name of a field in the page. */
export const nameOf = (path: Path): string => path.join('/');

/** A part of JSON that has keys; what has none says so by an empty one. */
export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What has keys as it is, anything else as something that has none. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** A list as it is, anything else as an empty one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];

/** What stands at a path; undefined where it leads nowhere. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (typeof key === 'number' ? listOf(at)[key] : fieldsOf(at)[key]), value);

/** The same with another value at a path, and with what leads there where it was missing; undefined takes a key away. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  return typeof key === 'number' ? withItem(value, key, rest, next) : withField(value, key, rest, next);
}

function withField(value: unknown, key: string, rest: Path, next: unknown): Fields {
  const fields = fieldsOf(value);
  const inner = withValue(fields[key], rest, next);
  if (inner !== undefined) return { ...fields, [key]: inner };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
}

/** A place of a list is never empty: JSON has no holes. */
function withItem(value: unknown, at: number, rest: Path, next: unknown): readonly unknown[] {
  const list = listOf(value);
  const inner = withValue(list[at], rest, next) ?? null;
  return at < list.length ? list.map((item, i) => (i === at ? inner : item)) : [...list, inner];
}
