import type { Page } from '@playwright/test';
import { it } from '../support/words';
import { wordedLesson } from '../support/worded-lesson';
import { empty, keep, openEditor, outline, row } from './support/editor';
import { look } from './support/look';
import { startScratch } from './support/scratch';
import { enter, sit, withFingers } from './support/seat';
import { expect, test } from './support/test';

/** Formulas that a page draws, by how they are read. */
const formulas = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('math')].map((math) => math.getAttribute('aria-label')));

/** No source of a formula is left among the words, and no mark. */
async function rendered(page: Page): Promise<void> {
  const words = await page.locator('body').innerText();
  expect(words).not.toMatch(/\*\*|\\sigma|\\frac|\$\\/);
}

const SIGMA = '\\sigma(z) = \\frac{1}{1 + e^{-z}}';
const RIGHT = 'σ(z)(1−σ(z))';

test('marks and formulas stand on phone, projector and desk, afterwards and on paper', async ({ room }) => {
  const code = await startScratch(room, wordedLesson);
  const screen = await room.projector();
  const { desk } = room;
  const ada = await withFingers(room, 'it');
  await enter(ada, code);
  await sit(ada);
  const phone = ada.page;
  const option = phone.getByRole('radio', { name: /niente/ });

  await test.step('in the lobby a title has its formula', async () => {
    await expect.poll(() => formulas(screen)).toContain('σ');
    await expect(phone.locator('body')).toContainText('σ');
    await look(screen, 'words-lobby-screen');
  });

  await test.step('before it opens: theory, and what is expected', async () => {
    await room.press('desk_next_start');
    await expect.poll(() => formulas(screen)).toContain('\\frac{1}{4}');
    await expect.poll(() => formulas(phone)).toContain('\\frac{1}{4}');
    for (const page of [phone, screen, desk]) await rendered(page);
    await look(phone, 'words-waiting-phone');
    await look(screen, 'words-waiting-screen');
    await look(desk, 'words-waiting-desk');
  });

  await test.step('open: the task and its options, and nothing that comes later', async () => {
    await room.press('desk_next_open');
    await expect.poll(() => formulas(phone)).toContain(SIGMA);
    await expect.poll(() => formulas(phone)).toContain(RIGHT);
    await expect.poll(() => formulas(screen)).toContain(SIGMA);
    await expect(option).toBeVisible();
    await expect(phone.getByRole('radio', { name: RIGHT })).toBeVisible();
    await expect(option).toHaveAccessibleName(/costa \$5, non \$6: niente/);
    for (const page of [phone, screen, desk]) await rendered(page);
    await expect(phone.getByText(/il numeratore/)).toHaveCount(0);
    await look(phone, 'words-open-phone');
    await look(screen, 'words-open-screen');
    await look(desk, 'words-open-desk');
  });

  await test.step('revealed: why, as a list', async () => {
    await option.click();
    await phone.getByRole('button', { name: it('choice_send') }).click();
    await expect(phone.getByRole('button', { name: it('activities_received') })).toBeVisible();
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    await expect(phone.getByRole('listitem').filter({ hasText: 'sparisce' })).toBeVisible();
    await expect(screen.locator('em', { hasText: 'sparisce' })).toBeVisible();
    for (const page of [phone, screen, desk]) await rendered(page);
    await look(phone, 'words-revealed-phone');
    await look(screen, 'words-revealed-screen');
    await look(desk, 'words-revealed-desk');
  });

  await test.step('looking back, on the phone and on the teacher’s page', async () => {
    const line = await room.line();
    await line.command({ type: 'end' });
    line.close();
    await phone.getByRole('button', { name: it('review_own_open') }).tap();
    await expect(phone.getByRole('article').first()).toBeVisible();
    await expect(phone.locator('em', { hasText: 'sparisce' })).toBeVisible();
    await rendered(phone);
    await look(phone, 'words-own-review');
    await desk.goto(`${desk.url()}/review`);
    await desk
      .getByRole('button', { name: /La derivata di σ/ })
      .first()
      .click();
    await expect(desk.locator('em', { hasText: 'sparisce' }).first()).toBeVisible();
    await rendered(desk);
    await look(desk, 'words-review');
  });

  await test.step('on paper', async () => {
    await desk.evaluate(async (document) => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/own-lessons', { method: 'POST', headers, body: JSON.stringify({ document }) });
    }, wordedLesson);
    await desk.goto(`${room.address}/teach/lessons/${wordedLesson.id}/paper`);
    await expect(desk.getByRole('button', { name: it('paper_print'), exact: true })).toBeEnabled();
    await expect.poll(() => formulas(desk)).toContain(RIGHT);
    await rendered(desk);
    await look(desk, 'words-booklet');
  });
});

test('on the shelf and in the editor a title has its formula, also the one that is being typed', async ({
  room,
}) => {
  const { desk, address } = room;
  const title = { it: 'Neuroni e $\\sigma$' };
  const id = await keep(desk, { document: { ...wordedLesson, id: 'neurons', title } });
  await desk.goto(`${address}/teach`);
  const lesson = desk.getByRole('article', { name: 'Neuroni e σ', exact: true });
  // Nobody has opened one yet: whether the first one is open hangs on what was played on this server before.
  const opener = lesson.locator('h3').getByRole('button');
  await expect(opener).toBeVisible();
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
  await expect(lesson.locator('h3 math')).toBeVisible();
  const station = lesson.getByRole('listitem').filter({ hasText: 'La derivata di' });
  await expect(station.locator('math')).toBeVisible();
  await rendered(desk);
  await look(desk, 'words-shelf');

  await openEditor(desk, address, id);
  await expect(row(desk, 'La derivata di σ').locator('math')).toBeVisible();
  await desk.getByLabel(`${it('edit_field_title')} (italiano)`).fill('Che cos’è $w \\cdot x$?');
  await expect(row(desk, 'Che cos’è w⋅x').locator('math'), 'as soon as it is known').toBeVisible();
  await look(desk, 'words-editor');
});

test('a lesson without marks asks for nothing that shows formulas', async ({ room }) => {
  const code = await room.start();
  const ada = await withFingers(room, 'it');
  const asked: string[] = [];
  ada.page.on('response', (response) => asked.push(response.url()));
  await enter(ada, code);
  await sit(ada);
  await room.press('desk_next_start');
  await room.press('desk_next_open');
  await expect(ada.page.getByRole('heading', { level: 1 })).toBeVisible();
  const styles = await ada.page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
  );
  expect(styles.filter((rule) => rule.includes('.w-part'))).toEqual([]);
  expect(asked.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(3);
});

test('beside a formula that is no TeX its field says so, until it is one', async ({ room }) => {
  const { desk, address } = room;
  const step = {
    ...{ id: 'one', kind: 'poll', title: { it: 'Che ne dici?' }, task: { it: 'Scegli.' }, points: 0 },
    ...{ seconds: 60, timing: 'accuracy' },
    config: {
      asks: 'options',
      options: ['a', 'b'].map((id) => ({ id, text: { it: id } })),
      several: false,
      live: false,
    },
  };
  const document = { ...empty('no-tex').document, steps: [step] };
  await openEditor(desk, address, await keep(desk, { document }));
  await outline(desk).getByRole('button', { name: /^1 / }).click();
  const task = desk.getByRole('main').getByLabel(it('edit_field_task'), { exact: true });
  const said = desk.getByText(it('forms_formula_wrong'));
  await task.fill('Costa 5$ o 10$: quanto fa $\\frac{1}{2$?');
  await expect(said).toBeVisible();
  await expect(task).toHaveAccessibleDescription(new RegExp(it('forms_formula_wrong').slice(0, 30)));
  await look(desk, 'editor-no-tex');
  await task.fill('Costa 5$ o 10$: quanto fa $\\frac{1}{2}$?');
  await expect(said).toBeHidden();
});
