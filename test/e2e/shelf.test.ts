import { expect, type Page } from '@playwright/test';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { look, lookTwice } from './support/look';
import { TEACHER } from './support/school';
import { MOUSE, pressable } from './support/targets';
import { test } from './support/test';

const titles = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 }).allInnerTexts();

const search = (page: Page, words: string) =>
  page.getByRole('searchbox', { name: it('shelf_search') }).fill(words);

/** What a teacher of physics might have. */
const MANY = ['Le forze', 'Il moto', 'L’energia', 'Le onde', 'Il calore', 'La luce', 'Il suono', 'Gli atomi'];

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

    // Many of one's own: the first of them, by their tags, all of them.
    await desk.evaluate(async (names) => {
      for (const [i, name] of names.entries()) {
        const tags = ['fisica', i % 2 ? 'terza' : 'quarta'];
        const document = { version: 1, id: `l-${i}`, title: { it: name }, tags, steps: [] };
        const headers = { 'content-type': 'application/json' };
        await fetch('/api/own-lessons', { method: 'POST', headers, body: JSON.stringify({ document }) });
      }
    }, MANY);
    await desk.reload();
    await expect.poll(async () => (await titles(desk)).length).toBe(12);
    await lookTwice(desk, 'shelf-many');
    const count = String(all.length + MANY.length);
    await desk.getByRole('button', { name: it('shelf_show_all', { count }) }).click();
    await expect.poll(async () => (await titles(desk)).length).toBe(all.length + MANY.length);
    await desk.getByRole('button', { name: 'terza', exact: true }).click();
    await expect.poll(() => titles(desk)).toEqual(MANY.filter((_, i) => i % 2 === 1).reverse());
    await desk.getByRole('button', { name: 'terza', exact: true }).click();

    await act(room, 'Un neurone', 'shelf_duplicate');
    await expect.poll(async () => (await titles(desk)).length).toBe(all.length + MANY.length + 1);
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

const GIFT = `// Una scelta, un numero, un testo con i buchi, una rotta.
::Capitale:: Qual è la capitale d’Italia? {=Roma ~Milano ~Torino#La prima capitale}

::Somma:: Quanto fa 2 + 3? {#5:0.5}

::Abbinamenti:: Abbina. {=uno -> 1 =due -> 2 =tre -> 3}

::Rotta:: Quale? {=una ~due
`;

/** Brings a text in by the page for it, and waits for its report. */
async function bringIn(desk: Page, name: string, text: string): Promise<void> {
  await desk.getByRole('link', { name: it('shelf_import') }).click();
  await expect(desk.getByRole('heading', { name: it('exchange_title'), level: 1 })).toBeVisible();
  await desk
    .getByLabel(it('exchange_choose'))
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** What becomes of a page on which a file is dropped, beside every place for one. */
const dropped = (page: Page) =>
  page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.gift'));
    const given = { dataTransfer, bubbles: true, cancelable: true };
    const left = ['dragover', 'drop'].some((type) => document.body.dispatchEvent(new DragEvent(type, given)));
    return left ? 'gone with the file' : 'kept on the page';
  });

test('a file of questions is shown question by question, and the good ones are taken', async ({
  browser,
}) => {
  const room = await Classroom.open(browser);
  const { desk } = room;
  try {
    await desk.getByRole('link', { name: it('shelf_import') }).click();
    await expect(desk.getByRole('heading', { name: it('exchange_title'), level: 1 })).toBeVisible();
    await lookTwice(desk, 'import');
    await desk.goBack();

    await bringIn(desk, 'foto.png', '\x89PNG\r\n');
    await expect(desk.getByRole('alert')).toBeVisible();
    await lookTwice(desk, 'import-refused');
    await desk.goto(`${room.address}/teach`);

    await bringIn(desk, 'geografia.gift', GIFT);
    await expect(desk.getByText(it('exchange_format_gift'))).toBeVisible();
    const boxes = desk.getByRole('list').getByRole('checkbox');
    await expect(boxes).toHaveCount(4);
    const good = desk.getByRole('checkbox', { name: 'Capitale' });
    await expect(good).toBeChecked();
    await expect(desk.getByRole('checkbox', { name: 'Rotta' })).toBeDisabled();
    await lookTwice(desk, 'import-report');
    await desk.setViewportSize({ width: 1024, height: 768 });
    await look(desk, 'import-report-1024');
    await desk.setViewportSize({ width: 1440, height: 900 });
    await pressable(desk, MOUSE, 'the report of a file');
    // By the keyboard: everything away, and two of them back.
    await desk.getByRole('button', { name: it('exchange_none'), exact: true }).focus();
    await desk.keyboard.press('Enter');
    await expect(desk.getByText(it('exchange_chosen', { count: '0' }))).toBeVisible();
    for (const name of ['Capitale', 'Somma']) {
      await desk.getByRole('checkbox', { name }).focus();
      await desk.keyboard.press('Space');
    }
    await expect(desk.getByText(it('exchange_chosen', { count: '2' }))).toBeVisible();
    await desk.getByLabel(it('exchange_new_title')).fill('Geografia');
    await desk.keyboard.press('Enter');
    await desk.waitForURL(/\/teach\/lessons\/geografia\/edit$/);
    await desk.goto(`${room.address}/teach`);
    const row = await room.opened('Geografia');
    await expect(row.getByText(it('shelf_steps', { count: '2' }))).toBeVisible();
    for (const title of ['Capitale', 'Somma']) await expect(row.getByText(title)).toBeVisible();

    // Two more behind them, pasted.
    await desk.getByRole('link', { name: it('shelf_import') }).click();
    await desk.getByLabel(it('exchange_paste')).fill('::Capitale:: E della Francia? {=Parigi ~Lione}');
    await desk.getByRole('button', { name: it('exchange_read_pasted') }).click();
    // Going back to choose something else costs nothing of what was typed, a file that slips nothing of the report.
    await desk.getByRole('button', { name: it('exchange_other') }).click();
    await expect(desk.getByLabel(it('exchange_paste'))).toHaveValue(/Parigi/);
    await desk.getByRole('button', { name: it('exchange_read_pasted') }).click();
    await expect(desk.getByLabel(it('exchange_which'))).toBeVisible();
    expect(await dropped(desk)).toBe('kept on the page');
    await desk.getByLabel(it('exchange_which')).selectOption({ label: 'Geografia' });
    await desk.getByRole('button', { name: it('exchange_take', { count: '1' }) }).click();
    await desk.waitForURL(/\/teach\/lessons\/geografia\/edit$/);
    await desk.goto(`${room.address}/teach`);
    await expect(room.lesson('Geografia').getByText(it('shelf_steps', { count: '3' }))).toBeVisible();
  } finally {
    await room.close();
  }
});

/** What the page's own server answers. */
const fetched = (page: Page, path: string) =>
  page.evaluate(
    async (path) =>
      (await (await fetch(path)).json()) as { readonly document?: object; readonly text?: string },
    path,
  );

test('a lesson goes into a file or a link, and comes out of it on another server as it was', async ({
  browser,
}) => {
  const [here, there] = await Promise.all([Classroom.open(browser), Classroom.open(browser)]);
  const { desk } = here;
  try {
    // What another format cannot hold is said before.
    await act(here, 'Un neurone', 'shelf_export');
    await expect(desk.getByText(it('exchange_out_all'))).toBeVisible();
    await desk.getByRole('radio', { name: it('exchange_out_gift') }).check();
    await expect(
      desk.getByText(it('exchange_out_left', { count: '', all: '' }).split(':')[0] ?? ''),
    ).toBeVisible();
    await lookTwice(desk, 'export-gift');
    const download = desk.waitForEvent('download');
    await desk.getByRole('link', { name: it('exchange_out_download') }).click();
    expect((await download).suggestedFilename()).toMatch(/\.(gift|txt)$/);
    await desk.keyboard.press('Escape');

    // A small lesson fits into a QR.
    await bringIn(desk, 'una.gift', '::Capitale:: Qual è la capitale d’Italia? {=Roma ~Milano ~Torino}');
    await desk.getByRole('button', { name: it('exchange_take', { count: '1' }) }).click();
    await desk.waitForURL(/\/edit$/);
    await desk.goto(`${here.address}/teach`);
    await act(here, 'una', 'shelf_share');
    await expect(desk.getByRole('img', { name: it('exchange_share_qr') })).toBeVisible();
    await lookTwice(desk, 'share');
    await desk.setViewportSize({ width: 1024, height: 768 });
    await look(desk, 'share-1024');
    await desk.setViewportSize({ width: 1440, height: 900 });
    await desk.keyboard.press('Escape');
    await act(here, 'Un neurone', 'shelf_share');
    await desk.getByLabel(it('exchange_share_address')).fill(there.address);
    const field = desk.getByRole('textbox', { name: it('exchange_share_link') });
    const link = await field.inputValue();
    await expect(desk.getByText(it('exchange_share_no_qr', { most: '2.953' }))).toBeVisible();
    await look(desk, 'share-long');

    // Whoever is not signed in is asked first, and then goes on.
    const visitor = await there.stranger();
    await visitor.goto(link);
    await visitor.getByLabel(it('desk_teach_name')).fill(TEACHER.name);
    await visitor.getByLabel(it('desk_teach_password'), { exact: true }).fill(TEACHER.password);
    await visitor.getByRole('button', { name: it('desk_sign_in_button') }).click();
    await expect(visitor.getByText(it('exchange_format_trainoff'))).toBeVisible();
    await lookTwice(visitor, 'import-link');
    await visitor.getByRole('button', { name: it('exchange_take', { count: '9' }) }).click();
    await visitor.waitForURL(/\/edit$/);
    const id = /lessons\/([^/]+)\/edit/.exec(visitor.url())?.[1] ?? '';
    const { text = '{}' } = await fetched(
      desk,
      '/api/lessons/primi-passi/file?format=trainoff&language=it&report=yes',
    );
    const { document = {} } = await fetched(visitor, `/api/own-lessons/${id}`);
    expect({ ...document, id: 'primi-passi' }).toEqual(JSON.parse(text));

    // A link that was cut on its way, and pasted.
    await visitor.goto(`${there.address}/teach/lessons/import`);
    await visitor.getByLabel(it('exchange_paste')).fill(link.slice(0, -40));
    await visitor.getByRole('button', { name: it('exchange_read_pasted') }).click();
    await expect(visitor.getByText(it('exchange_link_broken'))).toBeVisible();
    await expect(visitor.getByLabel(it('exchange_paste'))).toHaveValue(link.slice(0, -40));
    await look(visitor, 'import-link-broken');
  } finally {
    await Promise.all([here.close(), there.close()]);
  }
});
