import { expect } from '@playwright/test';
import type { Step } from '#shared/lessons/lesson';
import type { Hands, How } from '../../support/hands';
import { testedKindOf } from '../../support/kinds';
import { sendButton } from '../../support/sending';
import { words } from '../../support/words';

/** Chooses an answer without sending its last part. */
export const choose = (hands: Hands, step: Step, how: How): Promise<void> =>
  testedKindOf(step).choose(hands, step.config, how);

/** Sends what is chosen, and waits until the server has it on its disk. */
export async function sendIt(hands: Hands, step: Step): Promise<void> {
  await hands.press(sendButton(hands));
  const received = hands.page.getByRole('button', { name: words(hands.locale, 'activities_received') });
  const more = testedKindOf(step).more?.(hands);
  await expect(more ? received.or(more) : received).toBeVisible();
}

/** Answers a step, and waits until the server has it on its disk. */
export async function answer(hands: Hands, step: Step, how: How): Promise<void> {
  await choose(hands, step, how);
  await sendIt(hands, step);
}
