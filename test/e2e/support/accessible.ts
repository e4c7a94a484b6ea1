import { expect, type Frame, type Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** The rules whose verdict depends on the theme; all others read the same document. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Violations on a page as sentences; half a megabyte of rules is put into it once, not each time. */
async function violations(page: Page | Frame, only: readonly string[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const rules = only ? { runOnly: [...only] } : {};
    const ran = await window.axe?.run(document, { resultTypes: ['violations'], iframes: false, ...rules });
    return (ran?.violations ?? []).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
  }, only);
}

/** The page and what is seen in its frames, each judged by itself once it has something to show. */
async function seen(page: Page): Promise<readonly Frame[]> {
  const frames = await Promise.all(
    page.frames().map(async (frame) => {
      const element = frame.parentFrame() && (await frame.frameElement());
      if (!element) return [frame];
      if (!(await element.isVisible())) return [];
      await frame.locator('main').first().waitFor({ state: 'attached' });
      return [frame];
    }),
  );
  return frames.flat();
}

/** No violation of accessibility, however small: all of axe's rules, its best practices too. */
export async function accessible(page: Page, what: string): Promise<void> {
  for (const frame of await seen(page))
    expect.soft(await violations(frame, null), `axe on ${what} (${frame.url()})`).toEqual([]);
}

/** Nothing is too pale on a page that was judged in another theme before. */
export async function readable(page: Page, what: string): Promise<void> {
  for (const frame of await seen(page))
    expect
      .soft(await violations(frame, COLOURS), `axe on the colours of ${what} (${frame.url()})`)
      .toEqual([]);
}
