import type { BotName } from '#shared/activities/bound';
import type { Rng } from '#shared/rng';

/**
 * How a student answers this time: `skill` (0 to 1) is the chance to know; the others guess, leave things as they
 * are, or say nothing (null).
 */
export function moodOf(skill: number, random: Rng): BotName | null {
  if (random.unit() < skill) return 'knows';
  const chance = random.unit();
  if (chance < 0.65) return 'random';
  return chance < 0.85 ? 'constant' : null;
}
