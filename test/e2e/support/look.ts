import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessible, readable } from './accessible';
import { fits } from './classroom';
import { everyLook } from './looks';
import { PICTURES } from './pictures';

const FOLDER = 'test-results/screens';

/** Waits until nothing moves any more. */
const stillness = (page: Page) =>
  page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((move) => move.finished)).then(() => {}),
  );

/** Checks that a page fits its window once nothing moves. */
export async function fitting(page: Page, name: string): Promise<void> {
  await stillness(page);
  await fits(page, name);
}

/** Takes a page's picture once nothing moves, where pictures are wanted, and checks that it fits its window. */
export async function picture(page: Page, name: string): Promise<void> {
  await stillness(page);
  if (PICTURES) await keep(page, name, PICTURES === 'night' ? 'night' : 'usual');
  if (PICTURES === 'every')
    await everyLook(page, async (look) => {
      await stillness(page);
      await keep(page, name, look);
    });
  await fits(page, name);
}

async function keep(page: Page, name: string, look: string): Promise<void> {
  mkdirSync(`${FOLDER}/${look}`, { recursive: true });
  await page.screenshot({ path: `${FOLDER}/${look}/${name}.png` });
}

/** Looks at a page as a person would: takes its picture where pictures are wanted, and checks that it fits and that everybody can use it. */
export async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await accessible(page, name);
}

const wear = (page: Page, theme: 'paper' | 'night') =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);

/** Looks at a page on paper and at night. */
export async function lookTwice(page: Page, name: string): Promise<void> {
  await look(page, name);
  await wear(page, 'night');
  await picture(page, `${name}-night`);
  await readable(page, `${name}-night`);
  await wear(page, 'paper');
}
