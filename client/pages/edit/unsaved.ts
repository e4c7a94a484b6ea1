import type { Kept } from '../../live/kept';

/** A document that the server may not have, as this browser keeps it. */
export interface Unsaved {
  readonly document: unknown;
  /** The version that it was made from. */
  readonly from: number;
  /** When it was changed last, ms since 1970. */
  readonly at: number;
}

/** What a tab has kept, as another one finds it. */
export interface Found extends Unsaved {
  readonly tab: string;
}

/** Each tab has a place of its own, so that none covers or forgets what another one wrote. */
const placesOf = (lesson: string): string => `trainoff-writing-${lesson}/`;
const keyOf = (lesson: string, tab: string): string => placesOf(lesson) + tab;

/** What a tab has kept of a lesson here; null: nothing, or nothing that could be read. */
export function unsavedOf(kept: Kept, lesson: string, tab: string): Unsaved | null {
  try {
    const found = JSON.parse(kept.read(keyOf(lesson, tab)) ?? 'null') as Partial<Unsaved> | null;
    const { document, from, at } = found ?? {};
    if (typeof document !== 'object' || document === null || !('steps' in document)) return null;
    if (!Array.isArray(document.steps)) return null;
    return typeof from === 'number' && typeof at === 'number' ? { document, from, at } : null;
  } catch {
    return null;
  }
}

/** What every tab has kept of a lesson here, the newest first. */
export function foundOf(kept: Kept, lesson: string): readonly Found[] {
  const places = placesOf(lesson);
  return kept
    .keys()
    .filter((key) => key.startsWith(places))
    .map((key) => key.slice(places.length))
    .flatMap((tab) => {
      const unsaved = unsavedOf(kept, lesson, tab);
      return unsaved ? [{ ...unsaved, tab }] : [];
    })
    .sort((one, other) => other.at - one.at);
}

export const keepUnsaved = (kept: Kept, lesson: string, tab: string, unsaved: Unsaved): void =>
  kept.write(keyOf(lesson, tab), JSON.stringify(unsaved));

export const forgetUnsaved = (kept: Kept, lesson: string, tab: string): void =>
  kept.forget(keyOf(lesson, tab));

/** Whether two documents say the same; the order in which an object names its fields says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}
