import { expect, type Page } from '@playwright/test';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { look, lookTwice } from './support/look';
import { MOUSE, pressable } from './support/targets';
import { test } from './support/test';

const titles = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 }).allInnerTexts();

const search = (page: Page, words: string) =>
  page.getByRole('searchbox', { name: it('shelf_search') }).fill(words);

/** Chooses what to do with a lesson from the menu of its row. */
async function act(room: Classroom, title: string, key: string): Promise<void> {
  const menu = it('shelf_menu', { title });
  await room.lesson(title).getByRole('button', { name: menu }).click();
  await room.desk.getByRole('menuitem', { name: it(key), exact: true }).click();
}

test('a shelf of lessons is searched, copied from, and nothing on it is lost by a slip', async ({
  browser,
}) => {
  const room = await Classroom.open(browser);
  const { desk } = room;
  try {
    await lookTwice(desk, 'shelf-first');
    await pressable(desk, MOUSE, 'the shelf');
    await desk.setViewportSize({ width: 1024, height: 768 });
    await look(desk, 'shelf-first-1024');
    await desk.setViewportSize({ width: 1440, height: 900 });

    // Found by a step's title, without its accent and its capitals.
    const all = await titles(desk);
    await search(desk, 'PERCHE gli strati');
    await expect.poll(() => titles(desk)).not.toEqual(all);
    expect((await titles(desk)).length).toBeGreaterThan(0);
    await search(desk, 'zzz');
    await expect(desk.getByText(it('shelf_none_found'))).toBeVisible();
    await look(desk, 'shelf-none');
    await search(desk, '');
    await desk.getByRole('button', { name: it('shelf_own', { count: '0' }) }).click();
    await expect(desk.getByText(it('shelf_none_own'))).toBeVisible();
    await desk.getByRole('button', { name: it('shelf_all', { count: String(all.length) }) }).click();

    await act(room, 'Un neurone', 'shelf_duplicate');
    await expect.poll(async () => (await titles(desk)).length).toBe(all.length + 1);
    const [copy = ''] = await titles(desk);
    expect(copy).toContain('Un neurone');
    await expect(desk.getByRole('button', { name: copy, exact: true })).toBeFocused();
    await room.opened(copy);
    await lookTwice(desk, 'shelf-own');

    await act(room, copy, 'shelf_delete');
    await expect(room.lesson(copy)).toHaveCount(0);
    await expect(desk.getByRole('button', { name: it('shelf_undo') })).toBeFocused();
    await look(desk, 'shelf-just-deleted');
    await desk.keyboard.press('Enter');
    await expect(room.lesson(copy)).toBeVisible();
    await expect(desk.getByText(it('shelf_just_deleted', { title: copy }))).toHaveCount(0);

    // Also long afterwards.
    await act(room, copy, 'shelf_delete');
    await expect(room.lesson(copy)).toHaveCount(0);
    await desk.reload();
    await desk.getByText(it('shelf_deleted'), { exact: true }).click();
    await look(desk, 'shelf-deleted');
    await desk.getByRole('button', { name: it('shelf_restore') }).click();
    await expect(room.lesson(copy)).toBeVisible();
  } finally {
    await room.close();
  }
});

test('a new lesson asks for its title and languages, by the keyboard alone', async ({ browser }) => {
  const room = await Classroom.open(browser);
  const { desk } = room;
  try {
    await desk.getByRole('button', { name: it('shelf_new') }).focus();
    await desk.keyboard.press('Enter');
    const dialog = desk.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await lookTwice(desk, 'shelf-new');
    await expect(desk.getByLabel(it('shelf_new_name'))).toBeFocused();
    await desk.keyboard.press('Enter');
    await expect(desk.getByText(it('shelf_new_name_missing'))).toBeVisible();
    await desk.keyboard.type('Città e fiumi');
    await desk.keyboard.press('Enter');
    await desk.waitForURL(/\/teach\/lessons\/citta-e-fiumi\/edit$/);
    await desk.goto(`${room.address}/teach`);
    const row = room.lesson('Città e fiumi');
    await expect(row.getByText(it('shelf_not_ready'))).toBeVisible();
    await expect(row.getByRole('button', { name: it('desk_home_start') })).toHaveCount(0);
    await look(desk, 'shelf-not-ready');
  } finally {
    await room.close();
  }
});
