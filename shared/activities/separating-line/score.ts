import { log } from '../../training/math';

/** An error this small is full marks with the penguins; chance is one half. */
export const BEST = 0.01;
const CHANCE = 0.5;
/** A line clearly better than one feature alone could be, among penguins. */
export const RIGHT = 0.03;
/** The same on somebody's own table, by the score: RIGHT among penguins is worth 0.72. */
const RIGHT_SCORE = 0.72;
/** Where even the best line is hardly better than chance, scores still have two ends. */
const WORST = 0.45;

/**
 * On a logarithmic scale, so that the last few birds count: each halving of the error is worth the same. `par`: the error
 * that is full marks.
 */
export function scoreOf(error: number, par = BEST): number {
  if (error >= CHANCE) return 0;
  return Math.min(1, log(CHANCE / Math.max(error, par)) / log(CHANCE / par));
}

/** Whether so small an error is right; `par` null: among penguins. */
export const isRight = (error: number, par: number | null): boolean =>
  par === null ? error <= RIGHT : scoreOf(error, par) >= RIGHT_SCORE;

/** What is full marks where the best line's error is `error`: half a row of the smaller class is within chance. */
export const parFor = (error: number, smaller: number): number =>
  Math.min(WORST, Math.max(BEST, error, 0.25 / Math.max(1, smaller)));
