import type { Browser, Page } from '@playwright/test';

/** From its next address on the browser refuses its storage, as where all cookies are blocked: to touch it throws. */
export async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    }),
  );
}

/**
 * A page of a browser that throws the server's cookie away, and its storage too. To a server behind a proxy it says
 * that it came over https, and so is given a cookie that no browser takes over http.
 */
export async function forgetfulPage(browser: Browser): Promise<Page> {
  const headers = { extraHTTPHeaders: { 'x-forwarded-proto': 'https' } };
  const page = await (await browser.newContext({ locale: 'it-IT', ...headers })).newPage();
  await blockStorage(page);
  return page;
}
