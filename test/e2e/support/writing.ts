import { expect } from '@playwright/test';
import type { ActivityKind } from '#shared/activities/registry';
import { field } from '../../support/fields';
import type { Hands } from '../../support/hands';
import { testedKindOf } from '../../support/kinds';
import { words } from '../../support/words';

/** Makes a lesson from nothing on the teacher's page, in the language of the page; the editor is open then. */
export async function beginLesson(hands: Hands, title: string): Promise<void> {
  const { page, locale, press, write } = hands;
  const said = (key: string) => words(locale, key);
  await press(page.getByRole('button', { name: said('shelf_new'), exact: true }));
  const box = page.getByRole('dialog', { name: said('shelf_new_title') });
  await write(box.getByLabel(said('shelf_new_name')), title);
  await press(box.getByRole('button', { name: said('shelf_new_make') }));
  await page.waitForURL(/\/teach\/lessons\/[\w-]+\/edit$/);
  await write(field(hands, said('edit_lesson_about')), 'Un passo di ogni tipo.');
}

/** Adds a step of a kind behind the others and writes all that it needs, from top to bottom. */
export async function writeStep(hands: Hands, kind: ActivityKind): Promise<void> {
  const { page, locale, press, write } = hands;
  const said = (key: string) => words(locale, key);
  await press(page.getByRole('button', { name: said('edit_add'), exact: true }));
  const box = page.getByRole('dialog', { name: said('edit_add') });
  const name = said(`${kind.replaceAll('-', '_')}_edit_name`);
  await press(box.getByRole('button').filter({ has: page.getByText(name, { exact: true }) }));
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await write(field(hands, said('edit_field_title')), name);
  const beside = (one: string) =>
    write(field(hands, said(`edit_field_${one}`)), `${said(`edit_field_${one}`)}.`);
  await beside('task');
  await beside('theory');
  await testedKindOf({ kind }).write?.(hands);
  await beside('explanation');
  await beside('mistake');
}
