import { rng, type Seed } from '../../rng';
import { DIRECTIONS } from '../../training/sets/bars';
import type { Config } from './config';

export type Direction = (typeof DIRECTIONS)[number]['name'];
/** What a picture holds: a bar in one of four directions, or a filled square of 3 x 3. */
export type Shape = Direction | 'blob';

export const directions: readonly Direction[] = DIRECTIONS.map(({ name }) => name);
export const shapes: readonly Shape[] = [...directions, 'blob'];

/** One value for each name. */
export const forEach = <Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;

/** The direction that a seat's detector is to find; null where no seat looks and each has its own. */
export function directionFor(config: Config, seat: Seed): Direction;
export function directionFor(config: Config, seat: Seed | null): Direction | null;
export function directionFor({ direction }: Config, seat: Seed | null): Direction | null {
  if (direction !== undefined || seat === null) return direction ?? null;
  return directions[rng(seat, 'conv-kernel').below(directions.length)] ?? 'horizontal';
}
