import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** The rules whose verdict depends on the theme; all others read the same document. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Violations on a page as sentences; half a megabyte of rules is put into it once, not each time. */
async function violations(page: Page, only: readonly string[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const rules = only ? { runOnly: [...only] } : {};
    const ran = await window.axe?.run(document, { resultTypes: ['violations'], ...rules });
    return (ran?.violations ?? []).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
  }, only);
}

/** No violation of accessibility, however small: all of axe's rules, its best practices too. */
export async function accessible(page: Page, what: string): Promise<void> {
  expect(page.frames(), `${what} has no frames`).toHaveLength(1);
  expect.soft(await violations(page, null), `axe on ${what}`).toEqual([]);
}

/** Nothing is too pale on a page that was judged in another theme before. */
export async function readable(page: Page, what: string): Promise<void> {
  expect.soft(await violations(page, COLOURS), `axe on the colours of ${what}`).toEqual([]);
}
