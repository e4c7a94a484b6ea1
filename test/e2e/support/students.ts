import { expect, type Page } from '@playwright/test';
import { it } from '../../support/words';
import { choose } from './answers';
import { fingers } from './fingers';
import { lessons } from '../../support/lessons';

const short = lessons.find(({ id }) => id === 'primi-passi');

/** Chooses what a student who understood chooses at a step of the short lesson, without sending it. */
export async function answerWell(page: Page, index: number): Promise<void> {
  const step = short?.steps[index];
  if (step) await choose(fingers(page, 'it'), step, 'well');
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
  const sliders = page.getByRole('slider');
  const options = page.getByRole('radio');
  await expect(options.or(sliders).first()).toBeVisible();
  if ((await options.count()) > 0) await page.locator('label').first().tap();
  else await sliders.first().fill('5');
}
