import type { View } from '#shared/activities/poll/index';
import { isObject } from '../kit/start';

/** The picks after a tap; where one is picked it takes the other one's place. */
export function toggled({ several }: Pick<View, 'several'>, picked: readonly string[], id: string): string[] {
  if (!several) return [id];
  return picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id];
}

/** Where a student starts: with what this phone kept, as far as it is there, else with what was sent. */
export function startOf(
  { options, several }: View,
  draft: unknown,
  sent: readonly string[] | null,
): string[] {
  const kept: unknown = isObject(draft) ? draft.picked : null;
  const from: readonly unknown[] = Array.isArray(kept) ? kept : (sent ?? []);
  const known = options.map(({ id }) => id).filter((id) => from.includes(id));
  return several ? known : known.slice(0, 1);
}

/** Whether two choices are the same, in whatever order they were tapped. */
export const same = (some: readonly string[], others: readonly string[] | null): boolean =>
  others !== null && some.length === others.length && some.every((id) => others.includes(id));
