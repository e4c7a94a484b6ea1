import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '#shared/text';
import type { Hands } from '../../support/hands';

/** No page has as many places where Tab stops. */
const MOST_TABS = 80;

/** Shift makes an arrow key five times as long. */
const FAR = 5;

type Where = 'there' | 'beside' | 'elsewhere';

/** Where the focus is; `beside` is in the same group of radio buttons or tabs, through which the arrows lead. */
const whereIs = (target: Locator): Promise<Where> =>
  target.evaluate((element) => {
    const at = document.activeElement;
    if (at === element) return 'there';
    const group = (one: Element | null) =>
      one instanceof HTMLInputElement && one.type === 'radio'
        ? one.name
        : (one?.closest('[role="tablist"]') ?? null);
    return group(element) !== null && group(at) === group(element) ? 'beside' : 'elsewhere';
  });

/** Brings the focus to `target` with the keys that a person would use. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < MOST_TABS; i++) {
    const where = await whereIs(target);
    if (where === 'there') return;
    await page.keyboard.press(where === 'beside' ? 'ArrowRight' : 'Tab');
  }
  throw new Error('the keyboard does not get there');
}

async function times(page: Page, key: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await page.keyboard.press(key);
}

/** Along one axis by so many presses. */
async function along(page: Page, presses: number, back: string, on: string): Promise<void> {
  const key = presses < 0 ? back : on;
  const count = Math.abs(presses);
  await times(page, `Shift+${key}`, Math.floor(count / FAR));
  await times(page, key, count % FAR);
}

/** A person who has only a keyboard. */
export const keys = (page: Page, locale: Locale): Hands => ({
  page,
  locale,
  press: async (button) => {
    await expect(button).toBeEnabled();
    await tabTo(page, button);
    await page.keyboard.press('Enter');
  },
  pick: async (option) => {
    await tabTo(page, option);
    if (!(await option.isChecked())) await page.keyboard.press('Space');
  },
  write: async (field, text) => {
    await tabTo(page, field);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  },
  slide: async (slider, to) => {
    await tabTo(page, slider);
    const { at, step } = await slider.evaluate((input: HTMLInputElement) => ({
      at: input.valueAsNumber,
      step: Number(input.step),
    }));
    await times(page, to < at ? 'ArrowLeft' : 'ArrowRight', Math.abs(to - at) / step);
  },
  carry: async (handle, { presses: [right, up] }) => {
    await tabTo(page, handle);
    await along(page, right, 'ArrowLeft', 'ArrowRight');
    await along(page, up, 'ArrowDown', 'ArrowUp');
  },
  ready: (control) => expect(control).toBeEnabled(),
});
