/** What a slider can hold. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** Where a value lies between the ends, 0..1. */
export const shareOf = (value: number, { min, max }: Scale): number =>
  max > min ? (value - min) / (max - min) : 0;

/** Where 0 lies, if the slider has both signs; else null, and nothing marks it. */
export const zeroOf = (scale: Scale): number | null =>
  scale.min < 0 && scale.max > 0 ? shareOf(0, scale) : null;

/** What a value needs between the thumb and an end, and each of its characters: a share of a phone's slider, with letters of the usual size. */
const ROOM = 0.1;
const CHARACTER = 0.025;

/**
 * Whether the value stands before (left of) the thumb: it stands on the thumb's far side from 0, or from the beginning,
 * until there is no room left, so that neither a thumb nor the mark at 0 is covered. `letters`: how many times as large
 * as usual they are; large ones may cover the mark, since a value that is cut off is a wrong one.
 */
export function standsBefore(share: number, zero: number | null, words: string, letters = 1): boolean {
  const room = (ROOM + CHARACTER * words.length) * letters;
  return share > 1 - room || (zero !== null && share < zero && share >= room);
}
