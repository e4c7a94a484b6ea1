import type { HeldLine } from './counts';
import { chord, distanceBetween, type Box, type Place } from './plane';

/** A place on a line where it stands how many hold it. */
export interface Badge extends Place {
  readonly key: string;
  readonly count: number;
}

/** More badges than these would be a list, not a picture. */
const MOST = 3;
/** Places that are tried along a line. */
const TRIES = 11;
/** A badge keeps so far from points and other badges, and if it can from other lines, in the drawing's units. */
const CLEAR = { points: 44, badges: 64, lines: 26 };

/**
 * Where the lines that coincide say how many they are: the commonest few, each on its own line within the box, off the
 * points, and where the fewest other lines pass.
 */
export function badgesOf(lines: readonly HeldLine[], box: Box, points: readonly Place[]): readonly Badge[] {
  const badges: Badge[] = [];
  for (const line of lines.filter(({ count }) => count > 1).slice(0, MOST)) {
    const places = placesOn(line, box);
    const costs = places.map((place) => costOf(place, line, lines, points, badges));
    const best = places[costs.indexOf(Math.min(...costs))];
    if (best) badges.push({ ...best, key: line.key, count: line.count });
  }
  return badges;
}

function placesOn({ cut }: HeldLine, box: Box): readonly Place[] {
  const ends = chord(cut, box);
  if (!ends) return [];
  const [from, to] = ends;
  return Array.from({ length: TRIES }, (_, i) => {
    const share = (i + 1) / (TRIES + 1);
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  });
}

/** On a point or another badge is a hundred times worse than on a line. */
function costOf(
  place: Place,
  line: HeldLine,
  lines: readonly HeldLine[],
  points: readonly Place[],
  badges: readonly Badge[],
): number {
  const near = (of: readonly Place[], clear: number) =>
    of.filter((other) => distanceBetween(place, other) < clear).length;
  const crossing = lines.filter(
    ({ key, cut: { at, normal } }) =>
      key !== line.key && Math.abs((place.x - at.x) * normal.x + (place.y - at.y) * normal.y) < CLEAR.lines,
  );
  return 100 * (near(points, CLEAR.points) + near(badges, CLEAR.badges)) + crossing.length;
}
