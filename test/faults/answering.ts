import type { Rng } from '#shared/rng';
import { inLanguage } from '#shared/text';
import { answerOf, known } from '../support/knowing';
import { roundOf } from '../../demo/student';
import { pause } from './within';
import type { Witness } from './witness';

/** Between two answers of one phone, where nothing else is asked for, and between two positions of a slider, ms. */
const THOUGHT = 400;
const MOVEMENT = 150;

/**
 * One student who never stops: as long as a step is open it answers, again and again where it may, and turns the
 * knobs in between. Resolves once `done` and the answers that are under way have their acks.
 */
export async function keepAnswering(
  witness: Witness,
  random: Rng,
  done: () => boolean,
  thought: number = THOUGHT,
): Promise<void> {
  const { phone } = witness;
  let silent: string | null = null;
  while (!done()) {
    await pause(thought * (0.25 + random.unit()));
    const round = roundOf(phone);
    const step = phone.common?.step;
    if (round === null || !step || round === silent) continue;
    const found = known(step);
    if (!found) throw new Error(`nobody knows how to play ${inLanguage(step.title, ['en'])}`);
    const mood = random.unit() < 0.5 ? 'knows' : 'random';
    const submission = answerOf(found, mood, phone.own?.step?.view, random);
    if (found.drafts)
      for (let moves = random.below(3); moves > 0; moves--) {
        phone.draft(step.index, found.answers.bots.random(random, ''));
        await pause(MOVEMENT);
      }
    const ack = await witness.answer(step.index, submission);
    if (found.answers.counts === 'first' || (!ack.ok && ack.code === 'no-attempts-left')) silent = round;
  }
}
