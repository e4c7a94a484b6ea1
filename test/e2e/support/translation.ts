import { expect, type Locator, type Page } from '@playwright/test';

/** Chrome puts a <font> instead of a text, others put one around it. */
type How = 'instead' | 'around';

/** Does to a page what a browser's translation does to it: the words stay, the nodes do not. */
export const translate = (page: Page, how: How): Promise<void> =>
  page.evaluate((how) => {
    const apart = '[translate="no"], script, style, svg, math, font';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() !== '' && !text.parentElement?.closest(apart)) texts.push(text);
    }
    for (const text of texts) {
      const font = document.createElement('font');
      const inner = font.appendChild(document.createElement('font'));
      if (how === 'instead') inner.append(text.data);
      text.replaceWith(font);
      if (how === 'around') inner.append(text);
    }
  }, how);

/** What a page says: its title and what stands on it. */
async function said(page: Page): Promise<string> {
  const words = (await page.locator('main').textContent()) ?? '';
  return `${await page.title()}: ${words.replace(/\s+/g, ' ')}`;
}

/** A translated page that shows `sign` says what the same page says that was never translated. */
export async function saysTheSame(page: Page, sign: Locator): Promise<void> {
  await expect(sign).toBeVisible();
  const translated = await said(page);
  await page.reload();
  await expect(sign).toBeVisible();
  await expect.poll(() => said(page)).toBe(translated);
}
