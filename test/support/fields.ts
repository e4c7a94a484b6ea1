import type { Locator } from '@playwright/test';
import type { Hands } from './hands';

/** The form in which a step is written; beside it the same page shows what the class sees. */
const form = ({ page }: Pick<Hands, 'page'>): Locator => page.getByRole('main');

/** A field of a step's form, by what it is called; a row of a list may be called the same. */
export const field = (hands: Pick<Hands, 'page'>, name: string): Locator =>
  form(hands).getByLabel(name, { exact: true }).and(hands.page.locator('input, textarea, select'));

/** One row of a list in it. */
export const inRow = (hands: Pick<Hands, 'page'>, name: string): Locator =>
  form(hands).getByRole('group', { name, exact: true });
