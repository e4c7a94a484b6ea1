import { expect, type BrowserContextOptions } from '@playwright/test';
import type { Locale } from '#shared/text';
import { words } from '../../support/words';
import type { Classroom } from './classroom';
import { fingers } from './fingers';
import type { Hands } from '../../support/hands';
import { keys } from './keys';

/** A student in the room: who they are called, and with what they play. */
export interface Seated {
  readonly name: string;
  readonly hands: Hands;
}

const as: Readonly<Record<Locale, BrowserContextOptions>> = {
  it: { locale: 'it-IT' },
  en: { locale: 'en-GB' },
};
/** As large as a phone, without its glass. */
const NO_TOUCH: BrowserContextOptions = { hasTouch: false, isMobile: false };

export const withFingers = async (room: Classroom, locale: Locale): Promise<Hands> =>
  fingers(await room.phone(undefined, as[locale]), locale);

export const withKeys = async (room: Classroom, locale: Locale): Promise<Hands> =>
  keys(await room.phone(undefined, { ...as[locale], ...NO_TOUCH }), locale);

/** From the entrance to the naming page; the page goes on by itself at the sixth digit. */
export async function enter({ page, locale, write }: Hands, code: string): Promise<void> {
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await write(page.getByLabel(words(locale, 'student_join_label')), code);
  await expect(page.getByLabel(words(locale, 'student_name_offered'))).toBeVisible();
}

/** From the naming page into the lobby, with the name that is offered. */
export async function sit(hands: Hands): Promise<Seated> {
  const { page, locale, press } = hands;
  const name = await page.getByLabel(words(locale, 'student_name_offered')).innerText();
  await press(page.getByRole('button', { name: words(locale, 'student_enter') }));
  await expect(page.getByText(words(locale, 'student_lobby_in', { name }))).toBeVisible();
  return { name, hands };
}
