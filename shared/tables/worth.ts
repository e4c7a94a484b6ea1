/** The simulated students by whom a step is judged before it is played. */
export const judges = ['random', 'best', 'constant', 'neighbour', 'knows'] as const;
export type Judge = (typeof judges)[number];

/** Why a step is not worth playing, or that it is. */
export const verdicts = ['worth', 'no-line', 'any-line'] as const;
export type WorthVerdict = (typeof verdicts)[number];

/** POST /api/tables/worth answers this of a step on somebody's own table. */
export interface Worth {
  readonly verdict: WorthVerdict;
  /**
   * Mean scores from 0 to 1: one guess, the best of three, who leaves everything as it is, who sends what a neighbour sent
   * who knows, who knows; of races the last two are those of the worst of some sessions.
   */
  readonly scores: Readonly<Record<Judge, number>>;
  /** What the best line, or the recommended network, leaves of what there is to get wrong, from 0 to 1, on the rows that judge. */
  readonly left: number;
}

/** Guesses that win more than these are no guesses: the limits of every kind (test/contract/activities.test.ts). */
const GUESSED = { random: 0.35, constant: 0.35, best: 0.5 } as const;

/** `most`: if the best line or network leaves more than that, there is none. */
export function verdictOf({ scores, left }: Omit<Worth, 'verdict'>, most: number): WorthVerdict {
  if (left > most) return 'no-line';
  const guessed =
    scores.random > GUESSED.random || scores.constant > GUESSED.constant || scores.best > GUESSED.best;
  return guessed ? 'any-line' : 'worth';
}
