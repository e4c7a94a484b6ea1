import { expect, type Page } from '@playwright/test';

/** Least size of what a finger or a mouse has to hit, px. */
export const FINGER = 44;
export const MOUSE = 32;

/** Whatever can be pressed is at least so wide and high; what stands in a label is as large as its label. */
export async function pressable(page: Page, least: number, what: string): Promise<void> {
  const small = await page.evaluate((least) => {
    const pressed = [...document.querySelectorAll('button, a[href], select, input')];
    return pressed.flatMap((element) => {
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      const shown = width > 0 && !element.closest('[inert]');
      return shown && Math.min(width, height) < least
        ? [`${element.outerHTML.slice(0, 90)} is ${width} by ${height}`]
        : [];
    });
  }, least);
  expect.soft(small, `${what} has targets smaller than ${least}`).toEqual([]);
}
