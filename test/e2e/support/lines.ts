import { expect } from '@playwright/test';
import * as v from 'valibot';
import { perceptron } from '#shared/activities/perceptron/index';
import { words } from '../../support/words';
import { noChance, sendButton, type How } from './answers';
import type { Hands } from './hands';

/** What a line can reach on XOR at best, in tenths: the neuron of OR. */
const THREE_OF_FOUR = [10, 10, -5];

/** Draws a line for a step of the perceptron: a gate's, one among the penguins, or the proof that there is none. */
export async function drawLine(hands: Hands, config: unknown, how: How): Promise<void> {
  const parsed = v.parse(perceptron.config, config);
  const known = perceptron.bots.knows(parsed, noChance);
  if ('signs' in known) return prove(hands, known, how);
  if ('w' in known) return how === 'well' ? turn(hands, [...known.w, known.b]) : turn(hands, [5]);
  if (how === 'well') return hands.lay(known.from, known.to);
  return press(hands, 'activities_perceptron_swap');
}

const press = (hands: Hands, key: string) =>
  hands.press(hands.page.getByRole('button', { name: words(hands.locale, key), exact: true }));

async function turn({ page, slide }: Hands, values: readonly number[]): Promise<void> {
  for (const [i, value] of values.entries()) await slide(page.getByRole('slider').nth(i), value);
}

interface Proof {
  readonly signs: readonly (0 | 1)[] | null;
  readonly pairs: readonly (readonly number[])[] | null;
}

/** The line that has three rows right, the four inequalities, and two that contradict the others. */
async function prove(hands: Hands, { signs, pairs }: Proof, how: How): Promise<void> {
  const { page, pick } = hands;
  await turn(hands, THREE_OF_FOUR);
  if (how === 'somehow') return;
  await hands.press(sendButton(hands));
  await press(hands, 'activities_perceptron_proof_doubt_long');
  for (const [row, sign] of (signs ?? []).entries())
    await pick(page.getByRole('main').getByRole('group').nth(row).getByRole('radio').nth(sign));
  await hands.press(sendButton(hands));
  await expect(page.getByRole('checkbox').first()).toBeEnabled();
  for (const row of pairs?.[0] ?? []) await pick(page.getByRole('checkbox').nth(row));
}
