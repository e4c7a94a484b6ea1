import { checked } from '#shared/training/check';
import type { TrainingRequest } from '#shared/training/request';
import { isSound } from '../../server/workers/sound';

/** How a configuration may end. */
export type Outcome = 'trained' | 'diverged' | 'out-of-range' | 'over-energy';

/** Ends one configuration; throws if it ends in no way that there is. */
export async function outcomeOf(
  configuration: unknown,
  train: (request: TrainingRequest) => unknown,
): Promise<Outcome> {
  const asked = checked(configuration);
  if (!asked.ok) {
    if (asked.error === 'out-of-range' || asked.error === 'over-energy') return asked.error;
    throw new Error(`refused with ${asked.error}`);
  }
  const result = await train(asked.value);
  if (!isSound(result, asked.value)) throw new Error(`not sound: ${JSON.stringify(result)?.slice(0, 300)}`);
  return result.diverged > 0 ? 'diverged' : 'trained';
}
