import { expect, type Page } from '@playwright/test';
import { picture } from './look';

const ON_ITS_SIDE = { width: 615, height: 360 };

/** The size of letters in a browser's own settings, px. */
const [USUAL, LARGE] = [16, 26];

/** What is decided and the button that sends it are in view, and nothing goes sideways. */
async function decidable(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await expect(page.getByRole('radio').or(page.getByRole('slider')).first()).toBeInViewport();
  await expect(page.getByRole('button', { name: /^Mand[ao]/ })).toBeInViewport({ ratio: 1 });
}

/** An open step on a phone on its side, and on one with large letters. */
export async function heldAnyhow(page: Page, name: string): Promise<void> {
  const upright = page.viewportSize();
  await page.setViewportSize(ON_ITS_SIDE);
  await decidable(page, `${name}-on-its-side`);
  if (upright) await page.setViewportSize(upright);
  const settings = await page.context().newCDPSession(page);
  await settings.send('Page.setFontSizes', { fontSizes: { standard: LARGE } });
  await decidable(page, `${name}-large-letters`);
  await settings.send('Page.setFontSizes', { fontSizes: { standard: USUAL } });
  await settings.detach();
}
