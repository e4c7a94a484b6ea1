/** Where a student is in a series of things to decide one after the other: in front of one, or looking at what came of it. */
export interface SeriesPlace<Item, Key> {
  readonly item: Item;
  /** From 1. */
  readonly number: number;
  /** Null: not decided yet. */
  readonly said: Key | null;
  readonly isLast: boolean;
}

/** `left`: how many things the student has gone on from. Null of an empty series. */
export function placeIn<Item, Key>(
  items: readonly Item[],
  said: readonly Key[],
  left: number,
): SeriesPlace<Item, Key> | null {
  const at = Math.min(left, items.length - 1);
  const item = items[at];
  return item === undefined
    ? null
    : { item, number: at + 1, said: said[at] ?? null, isLast: at === items.length - 1 };
}

/** A decision beside the right one. */
export interface JudgedDecision {
  /** What it was about. */
  readonly asked: string;
  /** The right decision, and the student's own where it was another. */
  readonly right: string;
  readonly own: string | null;
}
