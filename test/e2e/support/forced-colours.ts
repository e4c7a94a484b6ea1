import type { Locator, Page } from '@playwright/test';

/** Makes `check` in a reader's own palette, a light and a dark one, as Windows offers them. */
export async function inForcedColours(
  page: Page,
  check: (palette: 'light' | 'dark') => Promise<void>,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await check(colorScheme);
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
}

/** What an element is painted on, and its border. */
export const ground = (of: Locator): Promise<string> =>
  of.evaluate((element) => getComputedStyle(element).backgroundColor);
export const border = (of: Locator): Promise<string> =>
  of.evaluate((element) => getComputedStyle(element).border);
