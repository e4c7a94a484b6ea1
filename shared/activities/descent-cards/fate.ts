import { fates, type Fate } from './fates';

/** A parabola C(p) = a p²/2, and η in hundredths. */
export interface Card {
  readonly a: number;
  readonly eta: number;
}

/** p ← p − ηap multiplies p by 1 − ηa: here in hundredths, a whole number. */
export const multiplierOf = ({ a, eta }: Card): number => 100 - eta * a;

/** Between 0 and 1 it comes nearer on its side, between −1 and 0 from side to side, below −1 it goes further and further. */
export function fateOf(card: Card): Fate {
  const multiplier = multiplierOf(card);
  if (multiplier > 0) return 'smooth';
  return multiplier > -100 ? 'bounces' : 'away';
}

/** Each fate is that of as many cards. */
export const evenly = (cards: readonly Card[]): boolean =>
  fates.every((fate) => fates.length * cards.filter((card) => fateOf(card) === fate).length === cards.length);

/** Where the ball is: at 1 to begin with, then after each of so many steps. */
export function pathOf(card: Card, steps: number): readonly number[] {
  const path = [1];
  for (let i = 0; i < steps; i++) path.push(((path[i] ?? 0) * multiplierOf(card)) / 100);
  return path;
}
