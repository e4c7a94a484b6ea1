import type { Locator } from '@playwright/test';
import type { Hands } from './hands';

/** What every button that sends begins with. */
const SEND = { it: /^Manda /, en: /^Send / };

export const sendButton = ({ page, locale }: Hands): Locator =>
  page.getByRole('button', { name: SEND[locale] });
