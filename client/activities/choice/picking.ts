import type { View } from '#shared/activities/choice/index';
import { isObject } from '../kit/start';

/** The picks after a tap on an option: with a single answer it takes the other one's place. */
export function toggled(view: View, picked: readonly string[], id: string): string[] {
  if (!view.several) return [id];
  return picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id];
}

/** What was picked before a reload, as far as it still exists. */
export function startOf({ options, several }: View, draft: unknown): string[] {
  const kept: unknown = isObject(draft) ? draft.picked : null;
  if (!Array.isArray(kept)) return [];
  const known = options.map(({ id }) => id).filter((id) => kept.includes(id));
  return several ? known : known.slice(0, 1);
}
