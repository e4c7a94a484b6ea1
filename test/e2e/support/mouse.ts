import { expect, type Page } from '@playwright/test';
import type { Locale } from '#shared/text';
import { middleOf, type Hands } from '../../support/hands';

/** A person with a mouse, and a keyboard to write. */
export const mouse = (page: Page, locale: Locale): Hands => ({
  page,
  locale,
  press: (button) => button.click(),
  pick: async (option) => {
    if (!(await option.isChecked())) await option.locator('xpath=ancestor::label').click();
  },
  write: async (field, text) => {
    await field.click();
    await field.fill(text);
  },
  slide: (slider, to) => slider.fill(String(to)),
  carry: async (handle, { point }) => {
    const from = await middleOf(handle);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(point.x, point.y, { steps: 5 });
    await page.mouse.up();
  },
  ready: (control) => expect(control).toBeEnabled(),
});
