import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { choice } from '#shared/activities/choice/index';
import { numeric } from '#shared/activities/numeric/index';
import { perceptron } from '#shared/activities/perceptron/index';
import { lessons } from '#shared/lessons/index';
import type { Step } from '#shared/lessons/lesson';
import { it } from '../../support/words';

const short = lessons.find(({ id }) => id === 'primi-passi');

const sliders = (page: Page) => page.getByRole('slider');
const noChance = { uint32: () => 0, unit: () => 0, below: () => 0 };

/** Chooses what a student who understood chooses at a step of the short lesson, without sending it. */
export async function answerWell(page: Page, index: number): Promise<void> {
  const step = short?.steps[index];
  if (step) await choose(page, step);
}

/** Answers a step, well where that is quick, and waits until the server has it on its disk. */
export async function answerStep(page: Page, step: Step): Promise<void> {
  await choose(page, step);
  const button = page.getByRole('button', { name: /^Mando/ }).first();
  await button.click();
  await expect(page.getByRole('button', { name: it('activities_sending') })).toBeHidden();
}

async function choose(page: Page, { kind, config }: Step): Promise<void> {
  switch (kind) {
    case 'choice':
      return pick(page, v.parse(choice.config, config));
    case 'numeric':
      return page.getByRole('textbox').fill(numberOf(config));
    case 'perceptron':
      return turn(page, config);
    case 'race':
      await expect(page.getByRole('button', { name: it('race_send') })).toBeVisible();
  }
}

async function pick(page: Page, { options, right }: v.InferOutput<typeof choice.config>): Promise<void> {
  const texts = options.filter(({ id }) => right.includes(id)).map(({ text }) => text.it);
  for (const text of texts) await page.locator('label').filter({ hasText: text }).click();
}

const numberOf = (config: unknown): string =>
  String(numeric.bots.knows(v.parse(numeric.config, config), noChance).value).replace('.', ',');

/** Gates get the widest margin, XOR three rows of four; among the penguins a handle moves a little. */
async function turn(page: Page, config: unknown): Promise<void> {
  const parsed = v.parse(perceptron.config, config);
  const known = perceptron.bots.knows(parsed, noChance);
  if ('proof' in parsed) return setAll(page, THREE_OF_FOUR);
  if ('w' in known) return setAll(page, [...known.w, known.b]);
  await page.getByRole('slider').first().press('ArrowRight');
}

/** What a line can reach on XOR at best, in tenths: the neuron of OR. */
const THREE_OF_FOUR = [10, 10, -5];

async function setAll(page: Page, values: readonly number[]): Promise<void> {
  for (const [i, value] of values.entries()) await sliders(page).nth(i).fill(String(value));
}

interface Sending {
  /** Picks the first option, or moves the first slider a little. */
  readonly first?: boolean;
  /** There is no network: the answer is kept. */
  readonly stored?: boolean;
}

/** Sends what is chosen, and waits until the server has it on its disk. */
export async function send(page: Page, { first = false, stored = false }: Sending = {}): Promise<void> {
  if (first) await anything(page);
  await page.getByRole('button', { name: /^Mando/ }).tap();
  if (stored) await expect(page.getByText(it('student_answer_stored'))).toBeVisible();
  else await expect(page.getByRole('button', { name: it('activities_received') })).toBeVisible();
}

async function anything(page: Page): Promise<void> {
  const options = page.getByRole('radio');
  await expect(options.or(sliders(page)).first()).toBeVisible();
  if ((await options.count()) > 0) await page.locator('label').first().tap();
  else await sliders(page).first().fill('5');
}
