import type { Said } from '#shared/activities/text/index';

/** About what a projector holds at its smallest type: characters, and what a card costs beside them. */
const ROOM = 1_100;
const CARD = 14;

/** The first answers that a screen has room for: more of them would be too small to read. */
export function onWall(said: readonly Said[]): readonly Said[] {
  let left = ROOM;
  return said.filter(({ text }) => {
    left -= text.length + CARD;
    return left >= 0;
  });
}

/** A word's size in the cloud, in em: the area grows with the number of answers that have it. */
export const sizeOf = (count: number, most: number): number =>
  0.9 + 1.6 * Math.sqrt(count / Math.max(1, most));
