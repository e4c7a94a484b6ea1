import type { Page } from '@playwright/test';
import type { Lesson } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import { lessons } from '../support/lessons';
import { it, words } from '../support/words';
import { accessible } from './support/accessible';
import { look } from './support/look';
import { expect, test } from './support/test';

const lessonOf = (id: string) => lessons.find((lesson) => lesson.id === id) as Lesson;
const short = lessonOf('primi-passi');
const long = lessonOf('dal-neurone-alla-rete');

/** All figures stand once it can be printed. */
const drawn = (page: Page, locale: 'it' | 'en' = 'it') =>
  expect(page.getByRole('button', { name: words(locale, 'paper_print'), exact: true })).toBeEnabled();

const show = (page: Page, key: string) => page.getByRole('button', { name: it(key), exact: true }).click();

test('a lesson is printed as a booklet with all that is said of it, and as a sheet that tells nothing', async ({
  room,
}) => {
  const { desk, address } = room;
  const sheet = await room.opened(inLanguage(short.title, ['it']));
  await sheet.getByRole('link', { name: it('paper_link') }).click();
  await drawn(desk);
  await expect(desk.getByRole('article')).toHaveCount(short.steps.length);
  for (const { explanation, note } of short.steps) {
    await expect(desk.getByText(inLanguage(explanation, ['it']))).toBeVisible();
    if (note?.answer) await expect(desk.getByText(inLanguage(note.answer, ['it']))).toBeVisible();
  }
  await look(desk, 'paper-booklet');

  await show(desk, 'paper_sheet');
  await expect(desk.getByText(it('paper_name'), { exact: true })).toBeVisible();
  await drawn(desk);
  for (const { task, explanation, mistake, note } of short.steps) {
    await expect(desk.getByText(inLanguage(task, ['it']))).toBeVisible();
    for (const kept of [explanation, mistake, ...Object.values(note ?? {})])
      if (kept) await expect(desk.getByText(inLanguage(kept, ['it']))).toHaveCount(0);
  }
  await look(desk, 'paper-sheet');

  await desk.evaluate(() => localStorage.setItem('trainoff-theme', 'night'));
  await desk.reload();
  await drawn(desk);
  await desk.emulateMedia({ media: 'print' });
  await expect(desk.getByRole('link', { name: it('paper_back') })).toBeHidden();
  const paper = await desk.evaluate(() => getComputedStyle(document.body).getPropertyValue('--paper'));
  expect(paper.trim()).toBe('#fbfaf7');
  await desk.emulateMedia({ media: null });
  await desk.evaluate(() => localStorage.removeItem('trainoff-theme'));

  await desk.goto(`${address}/teach/lessons/${long.id}/paper`);
  await drawn(desk);
  await expect(desk.getByRole('article')).toHaveCount(long.steps.length);
  await desk.getByRole('button', { name: 'English', exact: true }).click();
  await drawn(desk, 'en');
  await expect(desk.getByRole('heading', { name: inLanguage(long.title, ['en']) })).toBeVisible();
  await desk.getByRole('button', { name: 'Italiano', exact: true }).click();
});

test('of a lesson that there is not the page says so', async ({ room }) => {
  const { desk, address } = room;
  await desk.goto(`${address}/teach/lessons/none/paper`);
  await expect(desk.getByRole('alert')).toBeVisible();
  await accessible(desk, 'paper-none');
});
