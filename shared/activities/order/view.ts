import { derive, rng, shuffled } from '../../rng';
import type { Text } from '../../text';
import type { Config, Submission } from './config';

interface Item {
  readonly id: string;
  readonly text: Text;
}

/** What a student sees: the items without their places. */
export interface View {
  readonly items: readonly Item[];
  readonly ends: Config['ends'];
}

/** An item, and what tells its place. */
export interface Told {
  readonly id: string;
  readonly mark: Text | null;
}

export interface Reveal {
  /** First to last. */
  readonly order: readonly Told[];
}

/** How many students put each item at each place, first to last, and how many answered at all. */
export interface Summary {
  readonly answers: number;
  readonly places: Readonly<Record<string, readonly number[]>>;
}

/**
 * The items mixed, in a way that hangs on what they are and not on their right order. By their ids they would stand in
 * it wherever somebody has written them down from the first to the last as a, b, c.
 */
export function known({ items }: Config): readonly Item[] {
  const byId = items.map(({ id, text }) => ({ id, text })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return shuffled(byId, rng(derive('order', JSON.stringify(byId)), 'shown'));
}

export const view = (config: Config): View => ({ items: known(config), ends: config.ends });

export const reveal = ({ items }: Config): Reveal => ({
  order: items.map(({ id, mark }) => ({ id, mark: mark ?? null })),
});

export const emptySummary = (config: Config): Summary => ({
  answers: 0,
  places: Object.fromEntries(known(config).map(({ id }) => [id, config.items.map(() => 0)])),
});

export function addToSummary(_config: Config, { answers, places }: Summary, { order }: Submission): Summary {
  const more = Object.entries(places).map(([id, counts]) => {
    const place = order.indexOf(id);
    return [id, counts.map((count, i) => (i === place ? count + 1 : count))] as const;
  });
  return { answers: answers + 1, places: Object.fromEntries(more) };
}
