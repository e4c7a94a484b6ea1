import type { Rng } from '../rng';
import { sureness, type Prediction } from '../session/predictions/prediction';
import type { BotName } from './bound';

/** Thinking takes a share of the countdown, but nobody thinks longer than this, s. */
const LONGEST_THOUGHT = 60;
/** What a step without a countdown counts for, s. */
const UNTIMED = 30;

/**
 * How a simulated student answers this time: `skill` (0 to 1) is the chance to know; the others guess, leave things as
 * they are, or say nothing (null).
 */
export function moodOf(skill: number, random: Rng): BotName | null {
  if (random.unit() < skill) return 'knows';
  const chance = random.unit();
  if (chance < 0.65) return 'random';
  return chance < 0.85 ? 'constant' : null;
}

/**
 * How long one of them thinks, ms: between a twentieth and half of the countdown, mostly in the middle. `total`: the
 * countdown, ms; null: there is none.
 */
export function thoughtOf(total: number | null, random: Rng): number {
  const seconds = total === null ? UNTIMED : total / 1_000;
  const share = 0.05 + 0.45 * ((random.unit() + random.unit()) / 2);
  return 1_000 * share * Math.min(seconds, LONGEST_THOUGHT);
}

/** What one expects takes no calculation to say: it counts as a countdown of so long, ms. */
export const FORESEEING = 10_000;

/** What one of them expects of a step: nobody knows yet, so they say what comes to mind. */
export function expectationOf(options: readonly string[], random: Rng): Prediction {
  const option = options[random.below(options.length)] ?? '';
  return { option, sure: sureness[random.below(sureness.length)] ?? 'guess' };
}
