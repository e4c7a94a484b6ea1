import type { Draft } from '#shared/lessons/draft';

/** A lesson while it is written: JSON, which nothing here changes in place. */
export type LessonDraft = Draft;
export type StepDraft = Draft['steps'][number];

/** The keys and places that lead to a value of a document from its root, as in a Problem. */
export type Path = readonly (string | number)[];

type Fields = Readonly<Record<string | number, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** What stands at a path; undefined: nothing. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), root);
}

/**
 * The same with another value at a path, and nothing else changed. Undefined takes a field away, or an entry of a list.
 * What is missing on the way is made.
 */
export function withValue<Root>(root: Root, path: Path, value: unknown): Root {
  const [key, ...rest] = path;
  if (key === undefined) return value as Root;
  const inside = isFields(root) ? root[key] : undefined;
  const next = withValue(inside, rest, value);
  if (Array.isArray(root)) return inList(root, Number(key), next) as Root;
  const fields = Object.entries(isFields(root) ? root : {}).filter(([name]) => name !== key);
  if (next === undefined) return Object.fromEntries(fields) as Root;
  return { ...(isFields(root) ? root : {}), [key]: next } as Root;
}

const inList = (list: readonly unknown[], place: number, value: unknown): readonly unknown[] =>
  value === undefined
    ? list.filter((_, i) => i !== place)
    : [...list.slice(0, place), value, ...list.slice(place + 1)];
