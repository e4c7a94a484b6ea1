import type { Page } from '@playwright/test';
import { it } from '../support/words';
import type { Classroom } from './support/classroom';
import { look } from './support/look';
import { TEACHER } from './support/school';
import { answerWell, send } from './support/students';
import { expect, test } from './support/test';

/** Written from right to left, with a joiner, and with a figure at its end that would jump over what follows. */
const ALI = 'علی\u200Cرضا 2';
const [LATIN, CYRILLIC] = ['Anna', 'Б\u0430rna'];

async function naming(room: Classroom, code: string): Promise<Page> {
  const page = await room.phone();
  await page.getByLabel(it('student_join_label')).fill(code);
  await page.getByRole('button', { name: it('student_name_own') }).tap();
  return page;
}

async function enterAs(page: Page, name: string): Promise<void> {
  await page.getByLabel(it('student_name_label')).fill(name);
  await page.getByRole('button', { name: it('student_enter') }).tap();
}

/** Where a page tells a name so that it moves what stands around it, in a text or to a screen reader. */
async function notApart(page: Page, name: string): Promise<readonly string[]> {
  await expect(page.getByText(name).first()).toBeAttached();
  return page.evaluate((told) => {
    const isolated = (text: string) => text.replaceAll(`\u2068${told}\u2069`, '');
    const every = [...document.body.querySelectorAll('*')];
    const texts = every
      .filter((element) => !element.closest('bdi, input, script, style'))
      .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
      .map((node) => node.textContent ?? '');
    const labels = every.flatMap((element) =>
      ['aria-label', 'title', 'alt', 'aria-description'].map((label) => element.getAttribute(label) ?? ''),
    );
    return [document.title, ...texts, ...labels].filter((text) => isolated(text).includes(told));
  }, name);
}

test('a name from right to left stands apart wherever it is shown, from the lobby to the review', async ({
  room,
}) => {
  const { desk } = room;
  const code = await room.start();
  const screen = await room.projector();
  const page = await naming(room, code);
  await enterAs(page, ALI);
  expect(await notApart(page, ALI)).toEqual([]);
  expect(await notApart(desk, ALI)).toEqual([]);
  const menu = desk.getByRole('button', { name: it('desk_student_menu', { name: ALI }), exact: true });
  for (const key of ['desk_rename', 'desk_ticket']) {
    await menu.click();
    await desk.getByRole('menuitem', { name: it(key) }).click();
    await expect(desk.getByRole('dialog', { name: ALI })).toBeVisible();
    expect(await notApart(desk, ALI), key).toEqual([]);
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toHaveCount(0);
  }
  await room.openFirst();
  expect(await notApart(desk, ALI)).toEqual([]);
  await answerWell(page, 0);
  await send(page);
  await room.press('desk_next_close');
  await room.press('desk_next_reveal');
  await look(desk, 'desk-name-from-right');
  await room.press('desk_next_board');
  for (const place of [screen, page, desk]) expect(await notApart(place, ALI)).toEqual([]);
  await look(screen, 'screen-name-from-right');
  await room.jump('podium');
  for (const place of [screen, page, desk]) expect(await notApart(place, ALI)).toEqual([]);
  await look(page, 'phone-name-from-right');
  await desk.goto(`${desk.url()}/review`);
  await expect(desk.getByRole('heading', { name: it('review_story') })).toBeVisible();
  expect(await notApart(desk, ALI)).toEqual([]);
  await desk.getByRole('button', { name: it('review_replay_open') }).click();
  await desk.getByRole('slider', { name: it('review_replay_line') }).focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) {
    await desk.keyboard.press(key);
    expect(await notApart(desk, ALI), key).toEqual([]);
  }
});

test('a name that looks like another one is taken, like the teacher’s it is refused, and one of two alphabets is marked', async ({
  room,
}) => {
  const code = await room.start();
  await enterAs(await naming(room, code), LATIN);
  await expect(room.desk.getByText(LATIN, { exact: true })).toBeVisible();
  const page = await naming(room, code);
  await enterAs(page, TEACHER.name.toUpperCase());
  await expect(page.getByText(it('error_name_reserved'))).toBeVisible();
  await enterAs(page, '\u3164');
  await expect(page.getByText(it('error_name_blank'))).toBeVisible();
  await enterAs(page, '\u0410nn\u0430');
  await expect(page.getByText(it('error_name_taken'))).toBeVisible();
  await enterAs(page, CYRILLIC);
  const row = room.desk.getByRole('listitem').filter({ hasText: CYRILLIC });
  await expect(row).toContainText(it('desk_mixed_scripts', { scripts: 'latino, cirillico' }));
  await look(room.desk, 'desk-mixed-alphabets');
});
