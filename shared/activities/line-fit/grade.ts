import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Grade } from '../activity';
import type { Config, Submission } from './config';
import { split } from './data';
import { marksOf } from './fit';
import { drawable, guessable, heightAt, meanSquare } from './line';
import { RIGHT, scoreOf } from './score';

export const check = (_config: Config, sent: Submission): Result<Submission, ErrorCode> =>
  drawable(sent.heights) && guessable(sent.guess) ? ok(sent) : err('out-of-range');

/** Graded on the hidden penguins alone; the guess is worth nothing. */
export function grade(config: Config, { heights }: Submission): Grade {
  const score = scoreOf(heights, marksOf(config), split(config).hidden);
  return { score, right: score >= RIGHT };
}

/** Mean squared errors on the hidden penguins, g²; and of the new one what was guessed, what the line says, and what it weighs, g. */
export interface Measure {
  readonly error: number;
  readonly least: number;
  readonly guess: number;
  readonly says: number;
  readonly weighs: number;
}

export function measure(config: Config, { guess, heights }: Submission): Measure {
  const { hidden, newcomer } = split(config);
  const [flipper, weighs] = newcomer;
  return {
    error: Math.round(meanSquare(heights, hidden)),
    least: Math.round(meanSquare(marksOf(config).best, hidden)),
    ...{ guess, weighs, says: Math.round(heightAt(heights, flipper)) },
  };
}
