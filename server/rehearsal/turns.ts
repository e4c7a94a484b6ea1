import type { Turn } from '#shared/api';
import type { BotName, BoundActivity, BoundAnswers } from '#shared/activities/bound';
import type { Rng, Seed } from '#shared/rng';
import { turned } from './knobs';

/** How often somebody changes their mind: by chance within the attempts, or once in a quarter of all cases. */
function changes({ trains }: BoundActivity, random: Rng): number {
  if (trains) return random.below(Math.min(3, trains.attempts));
  return random.below(4) === 0 ? 1 : 0;
}

/** What a bot hands in one after the other. Where the last answer counts, some think again. */
function handedIn(
  activity: BoundActivity,
  { counts, bots, inParts }: BoundAnswers,
  mood: BotName,
  seat: Seed,
  random: Rng,
): readonly unknown[] {
  const parts = inParts(bots[mood](random, seat));
  if (counts === 'first' || parts.length > 1) return parts;
  const before = Array.from({ length: changes(activity, random) }, () => bots.random(random, seat));
  return [...before, ...parts];
}

/**
 * A bot's turns at a step, in the seat with this seed: each what it hands in, after the positions that it passes on
 * the way there. None where nothing is handed in.
 */
export function turnsOf(activity: BoundActivity, mood: BotName, seat: Seed, random: Rng): readonly Turn[] {
  const { answers, drafts } = activity;
  if (!answers) return [];
  let at: unknown = drafts ? answers.bots.constant(random, seat) : null;
  return handedIn(activity, answers, mood, seat, random).map((submission) => {
    const positions = drafts ? turned(at, submission) : [];
    at = submission;
    return { drafts: positions, submission };
  });
}
