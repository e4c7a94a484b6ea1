import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessible, fits } from './classroom';

const FOLDER = 'test-results/screens';

/** Looks at a page as a person would: takes its picture, and checks that it fits and that everybody can use it. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await fits(page, name);
  await accessible(page, name);
}
