import { expect, type Locator } from '@playwright/test';
import * as v from 'valibot';
import { choice } from '#shared/activities/choice/index';
import { gate } from '#shared/activities/gate/index';
import { numeric } from '#shared/activities/numeric/index';
import type { Step } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import { words } from '../../support/words';
import type { Hands } from './hands';
import { layLine, proveXor, turnGate } from './lines';
import { buildNetwork } from './networks';

/** `well` as somebody who understood, `somehow` as somebody who taps what is nearest. */
export type How = 'well' | 'somehow';

/** What every button that sends begins with. */
const SEND = { it: /^Mando /, en: /^Send / };

export const sendButton = ({ page, locale }: Hands): Locator =>
  page.getByRole('button', { name: SEND[locale] });

const named = ({ page, locale }: Hands, key: string): Locator =>
  page.getByRole('button', { name: words(locale, key) });

/** Sends what is chosen, and waits until the server has it on its disk: after a line on XOR there is more to do. */
export async function sendIt(hands: Hands): Promise<void> {
  await hands.press(sendButton(hands));
  const more = named(hands, 'xor_proof_doubt_long');
  await expect(named(hands, 'activities_received').or(more)).toBeVisible();
}

/** Answers a step, and waits until the server has it on its disk. */
export async function answer(hands: Hands, step: Step, how: How): Promise<void> {
  await choose(hands, step, how);
  await sendIt(hands);
}

/** Chooses an answer without sending its last part. */
export async function choose(hands: Hands, { kind, config }: Step, how: How): Promise<void> {
  switch (kind) {
    case 'choice':
      return pick(hands, v.parse(choice.config, config), how);
    case 'numeric':
      return write(hands, v.parse(numeric.config, config), how);
    case 'gate':
      return turnGate(hands, v.parse(gate.config, config), how);
    case 'separating-line':
      return layLine(hands, how);
    case 'xor-proof':
      return proveXor(hands, how);
    case 'race':
      return buildNetwork(hands, config, how);
  }
}

async function pick(
  { page, locale, pick }: Hands,
  { options, right, several }: v.InferOutput<typeof choice.config>,
  how: How,
): Promise<void> {
  const role = several ? 'checkbox' : 'radio';
  const inputs = page.getByRole(role);
  await expect(inputs.first()).toBeEnabled();
  if (how === 'somehow') return pick(inputs.first());
  for (const { text } of options.filter(({ id }) => right.includes(id)))
    await pick(page.getByRole(role, { name: inLanguage(text, [locale]), exact: true }));
}

/** Everybody has numbers of their own: the page says which. */
async function write(
  { page, locale, write }: Hands,
  { variants }: v.InferOutput<typeof numeric.config>,
  how: How,
): Promise<void> {
  const field = page.getByRole('textbox');
  await expect(field).toBeVisible();
  if (how === 'somehow') return write(field, '1');
  const shown = await page.getByRole('main').innerText();
  const own = variants.find(({ given }) => given === null || shown.includes(inLanguage(given, [locale])));
  if (!own) throw new Error('the page does not say the numbers');
  return write(field, String(own.answer).replace('.', locale === 'it' ? ',' : '.'));
}
