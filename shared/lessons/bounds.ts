import type { Problem } from '../problems';

/** Steps of one lesson. */
export const MOST_STEPS = 100;

/** A lesson of the built-in kind is 10 deep. */
const DEEPEST = 16;
/** Entries of one object or list. */
const MOST_ENTRIES = 1_000;
/** Objects, lists and values of a whole document; the long lesson has 2,300. */
const MOST_PARTS = 50_000;
/** The same of one step; the built-in ones have up to 200. */
const MOST_PARTS_OF_STEP = 4_000;

type Path = Problem['path'];

const entriesOf = (value: object): [string | number, unknown][] =>
  Array.isArray(value) ? [...value.entries()] : Object.entries(value);

function beyond(raw: unknown, root: Path, mostParts: number): Problem | null {
  const waiting: { readonly path: Path; readonly value: unknown }[] = [{ path: root, value: raw }];
  let parts = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= DEEPEST) return { path, code: 'too-deep' };
    const size = Array.isArray(value) ? value.length : Object.keys(value).length;
    if (size > MOST_ENTRIES) return { path, code: 'too-many-parts' };
    parts += size;
    if (parts > mostParts) return { path: root, code: 'too-many-parts' };
    for (const [key, part] of entriesOf(value)) waiting.push({ path: [...path, key], value: part });
  }
  return null;
}

/**
 * What makes a document too big a thing to be looked at closely, if anything does: a schema makes an object of every
 * mistake, and a megabyte has room for half a million, for which a class would wait.
 */
export const outOfBounds = (document: unknown): Problem | null => beyond(document, [], MOST_PARTS);

/** The same of the step with this number. */
export const stepOutOfBounds = (step: unknown, index: number): Problem | null =>
  beyond(step, ['steps', index], MOST_PARTS_OF_STEP);
