import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { choice } from '#shared/activities/choice/index';
import { perceptron } from '#shared/activities/perceptron/index';
import { lessons } from '#shared/lessons/index';
import { it } from '../../support/words';

const lesson = lessons[0];

const sliders = (page: Page) => page.getByRole('slider');

/** Chooses what a student who understood chooses at this step of the built-in lesson, without sending it. */
export async function answerWell(page: Page, step: number): Promise<void> {
  const { kind, config } = lesson?.steps[step] ?? {};
  if (kind === 'choice') {
    const { options, right } = v.parse(choice.config, config);
    const texts = options.filter(({ id }) => right.includes(id)).map(({ text }) => text.it);
    for (const text of texts) await page.locator('label').filter({ hasText: text }).tap();
  } else {
    const { w, b } = perceptron.bots.knows(v.parse(perceptron.config, config), noChance);
    for (const [i, value] of [...w, b].entries()) await sliders(page).nth(i).fill(String(value));
  }
}

const noChance = { uint32: () => 0, unit: () => 0, below: () => 0 };

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
