import { expect, type Page } from '@playwright/test';
import type { Locale } from '#shared/text';
import { middleOf, type Hands, type Point } from '../../support/hands';

/** Frames that a finger rests at the end of a drag: longer than the browser looks back for its speed. */
const RESTING = 10;

/** One finger from one point of the glass to another, as the browser gets it from the system. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  const glass = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  await touch('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  await touch('touchMove', to);
  // A finger that flies off the glass makes the browser take the next tap as a stop, and not as a click: it rests.
  for (let frame = 0; frame < RESTING; frame++) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await touch('touchMove', to);
  }
  await touch('touchEnd');
  await glass.detach();
}

/** A person with a phone. */
export const fingers = (page: Page, locale: Locale): Hands => ({
  page,
  locale,
  press: (button) => button.tap(),
  pick: async (option) => {
    if (!(await option.isChecked())) await option.locator('xpath=ancestor::label').tap();
  },
  write: (field, text) => field.fill(text),
  slide: (slider, to) => slider.fill(String(to)),
  carry: async (handle, { point }) => drag(page, await middleOf(handle), point),
  ready: (control) => expect(control).toBeEnabled(),
});
