import { expect, type Page } from '@playwright/test';
import type { Step } from '#shared/lessons/lesson';
import { it } from '../../support/words';
import { choose } from './answers';
import { fingers } from './fingers';
import { lessons } from '../../support/lessons';

const short = lessons.find(({ id }) => id === 'primi-passi')?.steps as readonly Step[];

/** Chooses what a student who understood chooses at a step of the short lesson, without sending it. */
export const answerWell = (page: Page, index: number): Promise<void> =>
  choose(fingers(page, 'it'), short[index] as Step, 'well');

/** Chooses what is nearest. */
export const answerSomehow = (page: Page, index: number): Promise<void> =>
  choose(fingers(page, 'it'), short[index] as Step, 'somehow');

/** Sends what is chosen, and waits until the server has it on its disk; `stored`: there is no network, it is kept. */
export async function send(page: Page, { stored = false } = {}): Promise<void> {
  await page.getByRole('button', { name: /^Mand[ao]/ }).tap();
  if (stored) await expect(page.getByText(it('student_answer_stored'))).toBeVisible();
  else await expect(page.getByRole('button', { name: it('activities_received') })).toBeVisible();
}
