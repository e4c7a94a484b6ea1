import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessible, fits } from './classroom';

const FOLDER = 'test-results/screens';

/** Resolves once everything stands still but the countdown: that would be the end of the step. */
async function settled(): Promise<void> {
  const isCountdown = ({ effect }: Animation) =>
    effect instanceof KeyframeEffect && effect.target?.closest('.countdown') !== null;
  const moving = document.getAnimations().filter((animation) => !isCountdown(animation));
  await Promise.all(moving.map(({ finished }) => finished));
}

/** Looks at a page as a person would: takes its picture, and checks that it fits and that everybody can use it. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.evaluate(settled);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await fits(page, name);
  await accessible(page, name);
}
