import { expect, type Page } from '@playwright/test';
import { it } from '../../support/words';

/** Puts a lesson of one's own on the server, by the page's own sign-in; answers its id. */
export async function keep(desk: Page, lesson: object): Promise<string> {
  const id = await desk.evaluate(async (sent) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/own-lessons', { method: 'POST', headers, body: JSON.stringify(sent) });
    return ((await answer.json()) as { id?: string }).id;
  }, lesson);
  if (id === undefined) throw new Error('the lesson was not taken');
  return id;
}

/** The same lesson as the server has it. */
export const keptOf = (desk: Page, id: string) =>
  desk.evaluate(async (lesson) => {
    const answer = await fetch(`/api/own-lessons/${lesson}`);
    return (await answer.json()) as { number: number; document: Written; problems: readonly unknown[] };
  }, id);

/** As much of a lesson as is looked at here. */
export interface Written {
  readonly title?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title?: Readonly<Record<string, string>>;
    readonly config?: unknown;
  }[];
}

export const titlesOf = ({ steps }: Written) => steps.map(({ title }) => title?.it ?? '');

/** A lesson without a step, in Italian. */
export const empty = (id: string) => ({
  document: { version: 1, id, languages: ['it'], title: { it: 'Pari o dispari' }, steps: [] },
});

export async function openEditor(page: Page, address: string, id: string): Promise<void> {
  await page.goto(`${address}/teach/lessons/${id}/edit`);
  await expect(page.getByRole('navigation', { name: it('edit_outline') })).toBeVisible();
}

/** The server has all that stands on the page. */
export const saved = (page: Page) =>
  expect(page.getByText(/^Salvata alle \d/), 'it says that it is saved').toBeVisible();

export const outline = (page: Page) => page.getByRole('navigation', { name: it('edit_outline') });

/** The steps as the outline names them, in order. */
export const rows = (page: Page) => outline(page).getByRole('listitem').locator('.title');

/** The step's own row, by its title. */
export const row = (page: Page, title: string) =>
  outline(page).getByRole('button', { name: new RegExp(`^\\d+ ${title}`) });
