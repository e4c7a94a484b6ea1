import { expect } from '@playwright/test';
import type { Config } from '#shared/activities/gate/index';
import { knows as knowsGate } from '#shared/activities/gate/samples';
import { knows as knowsLine } from '#shared/activities/separating-line/samples';
import { knows as knowsProof } from '#shared/activities/xor-proof/samples';
import { words } from '../../support/words';
import { sendButton, type How } from './answers';
import type { Hands } from './hands';

/** What a line can reach on XOR at best, in tenths: the neuron of OR. */
const THREE_OF_FOUR = [10, 10, -5];

/** Turns a neuron until it is the gate, or moves its first slider. */
export function turnGate(hands: Hands, config: Config, how: How): Promise<void> {
  const { w, b } = knowsGate(config);
  return turn(hands, how === 'well' ? [...w, b] : [5]);
}

/** Lays the line between the penguins, or swaps its sides. */
export function layLine(hands: Hands, how: How): Promise<void> {
  if (how === 'somehow') return press(hands, 'separating_line_swap');
  const { from, to } = knowsLine();
  return hands.lay(from, to);
}

const press = (hands: Hands, key: string) =>
  hands.press(hands.page.getByRole('button', { name: words(hands.locale, key), exact: true }));

async function turn({ page, slide }: Hands, values: readonly number[]): Promise<void> {
  for (const [i, value] of values.entries()) await slide(page.getByRole('slider').nth(i), value);
}

/** The line that has three rows right, the four inequalities, and two that contradict the others. */
export async function proveXor(hands: Hands, how: How): Promise<void> {
  const { signs, pairs } = knowsProof();
  const { page, pick } = hands;
  await turn(hands, THREE_OF_FOUR);
  if (how === 'somehow') return;
  await hands.press(sendButton(hands));
  await press(hands, 'xor_proof_doubt_long');
  for (const [row, sign] of (signs ?? []).entries())
    await pick(page.getByRole('main').getByRole('group').nth(row).getByRole('radio').nth(sign));
  await hands.press(sendButton(hands));
  await expect(page.getByRole('checkbox').first()).toBeEnabled();
  for (const row of pairs?.[0] ?? []) await pick(page.getByRole('checkbox').nth(row));
}
