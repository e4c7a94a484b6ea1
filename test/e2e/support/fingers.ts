import type { Locator, Page } from '@playwright/test';
import type { Point as Corner } from '#shared/activities/separating-line/config';
import { START } from '#shared/activities/separating-line/line';
import type { Locale } from '#shared/text';
import type { Hands } from './hands';

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middle(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to hold');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** One finger from one point of the glass to another, as the browser gets it from the system. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  const glass = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  await touch('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  await touch('touchMove', to);
  await touch('touchEnd');
  await glass.detach();
}

/** The two handles say where on the glass a place lies: both axes run straight between them. */
async function lay(page: Page, from: Corner, to: Corner): Promise<void> {
  const handles = page.locator('[role="slider"]');
  const [a, b] = [await middle(handles.nth(0)), await middle(handles.nth(1))];
  const on = ([length, depth]: Corner): Point => ({
    x: a.x + ((b.x - a.x) * (length - START.from[0])) / (START.to[0] - START.from[0]),
    y: a.y + ((b.y - a.y) * (depth - START.from[1])) / (START.to[1] - START.from[1]),
  });
  await drag(page, a, on(from));
  await drag(page, b, on(to));
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
  lay: (from, to) => lay(page, from, to),
});
