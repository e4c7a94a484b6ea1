import type { Page } from '@playwright/test';
import type { Hands } from '../support/hands';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { empty, keep, keptOf, openEditor, outline, row, rows, saved, titlesOf } from './support/editor';
import { keys } from './support/keys';
import { look, lookTwice } from './support/look';
import { expect, test } from './support/test';

/** Only what a lesson is written with. */
type Writing = Pick<Hands, 'press' | 'pick' | 'write'>;

const mouse: Writing = {
  press: (button) => button.click(),
  pick: (option) => option.check(),
  write: (field, text) => field.fill(text),
};

const form = (page: Page) => page.getByRole('main');
const field = (page: Page, key: string) => form(page).getByLabel(it(key), { exact: true }).first();
const button = (page: Page, key: string) => page.getByRole('button', { name: it(key), exact: true });

/** Adds a step of a kind behind the one that is looked at. */
async function add(page: Page, hands: Writing, kind: string): Promise<void> {
  await hands.press(button(page, 'edit_add'));
  const dialog = page.getByRole('dialog', { name: it('edit_add') });
  await hands.press(dialog.getByRole('button', { name: it(`${kind}_edit_name`) }));
  await expect(dialog).toBeHidden();
  await expect(field(page, 'edit_field_title'), 'its title is written next').toBeFocused();
}

async function writeChoice(page: Page, hands: Writing): Promise<void> {
  await add(page, hands, 'choice');
  await hands.write(field(page, 'edit_field_title'), 'Quale è dispari?');
  await hands.write(field(page, 'edit_field_task'), 'Scegli il numero dispari.');
  for (const [letter, words] of Object.entries({ A: '12', B: '7', C: '30', D: '44' }))
    await hands.write(
      form(page).getByRole('textbox', { name: it('choice_edit_option', { letter }), exact: true }),
      words,
    );
  await hands.pick(form(page).getByLabel(it('choice_edit_right')).nth(1));
}

async function writeNumber(page: Page, hands: Writing): Promise<void> {
  await add(page, hands, 'numeric');
  await hands.write(field(page, 'edit_field_title'), 'Quanti dispari?');
  await hands.write(field(page, 'edit_field_task'), 'Quanti numeri dispari ci sono da 1 a 9?');
  await hands.write(field(page, 'numeric_edit_answer'), '5');
}

async function writeLesson(page: Page, hands: Writing): Promise<void> {
  await writeChoice(page, hands);
  await page.keyboard.press('Escape');
  await expect(row(page, 'Quale è dispari'), 'Escape leads out of the form').toBeFocused();
  await writeNumber(page, hands);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: it('edit_ready') })).toBeVisible();
  await saved(page);
}

/** As they lie, also while one of them is carried: then it is hidden where it would come to lie. */
const lying = (page: Page) => outline(page).locator('.steps .title');

/** Carries a row of the outline over another one, by its words: what is operated in a row does not carry it. */
async function drag(page: Page, from: string, over: string): Promise<void> {
  const titles = await lying(page).allInnerTexts();
  const [start, end] = await Promise.all([row(page, from).boundingBox(), row(page, over).boundingBox()]);
  if (!start || !end) throw new Error('both rows are on the page');
  const [x, middle] = [start.x + start.width / 2, (box: typeof start) => box.y + box.height / 2];
  await page.mouse.move(x, middle(start));
  await page.mouse.down();
  await page.mouse.move(x, middle(end), { steps: 12 });
  await expect(lying(page), 'the others make room').not.toHaveText(titles);
  await page.mouse.up();
}

const phone = (page: Page) => page.frameLocator(`iframe[title="${it('edit_stage_phone')}"]`);
const projector = (page: Page) => page.frameLocator(`iframe[title="${it('edit_stage_screen')}"]`);

test('a lesson is written by mouse, seen on the phone and the projector meanwhile, and rehearsed', async ({
  room,
}) => {
  const { desk, address } = room;
  const id = await keep(desk, empty('by-mouse'));
  await openEditor(desk, address, id);
  await lookTwice(desk, 'editor-empty');
  await writeLesson(desk, mouse);
  await row(desk, 'Quale è dispari').click();
  await expect(phone(desk).getByRole('heading', { name: 'Scegli il numero dispari.' })).toBeVisible();
  await expect(projector(desk).getByText('Pari o dispari')).toBeVisible();
  await lookTwice(desk, 'editor-open');
  await desk.getByText(it('edit_moment_revealed')).click();
  await expect(phone(desk).getByText(it('student_right'))).toBeVisible();
  await look(desk, 'editor-revealed');
  await desk.setViewportSize({ width: 1024, height: 768 });
  await look(desk, 'editor-1024');
  await desk.setViewportSize({ width: 1440, height: 900 });
  await outline(desk)
    .getByRole('button', { name: it('edit_lesson'), exact: true })
    .click();
  await look(desk, 'editor-lesson');
  const { document, problems } = await keptOf(desk, id);
  expect(titlesOf(document)).toEqual(['Quale è dispari?', 'Quanti dispari?']);
  expect(problems).toEqual([]);
  await button(desk, 'desk_home_rehearse').click();
  await desk.waitForURL(/\/teach\/sessions\/[\w-]+\?lesson=/);
  await button(desk, 'desk_more').click();
  await desk.getByRole('menuitem', { name: it('desk_rehearsal_end') }).click();
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: it('desk_rehearsal_end') })
    .click();
  await expect(desk.getByRole('link', { name: it('desk_back_to_writing') })).toBeVisible();
  await look(desk, 'editor-rehearsal-over');
  await desk.getByRole('link', { name: it('desk_back_to_writing') }).click();
  await expect(rows(desk), 'the rehearsal leads back to what was being written').toHaveText([
    'Quale è dispari?',
    'Quanti dispari?',
  ]);
});

test('by keyboard alone it is written too, and its steps are moved', async ({ room }) => {
  const { desk, address } = room;
  const id = await keep(desk, empty('by-keyboard'));
  await openEditor(desk, address, id);
  await expect(
    form(desk).getByLabel(it('edit_lesson_title')),
    'a new lesson has the keyboard on its title',
  ).toBeFocused();
  const hands = keys(desk, 'it');
  await writeLesson(desk, hands);
  await hands.press(button(desk, 'edit_up'));
  await expect(rows(desk)).toHaveText(['Quanti dispari?', 'Quale è dispari?']);
  await expect(button(desk, 'edit_up'), 'the focus stays on what moved the step').toBeFocused();
  await expect(
    desk.getByText(it('edit_said_moved', { title: 'Quanti dispari?', place: '1', of: '2' })),
  ).toBeAttached();
  await hands.write(desk.getByLabel(it('edit_to_place', { of: '2' })), '99');
  await desk.keyboard.press('Enter');
  await expect(desk.getByLabel(it('edit_to_place', { of: '2' })), 'beyond the last is the last').toHaveValue(
    '2',
  );
  await expect(rows(desk)).toHaveText(['Quale è dispari?', 'Quanti dispari?']);
  for (const key of ['Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'ArrowUp', 'Enter', 'Alt+ArrowDown'])
    await desk.keyboard.press(key);
  await expect(rows(desk)).toHaveText(['Quanti dispari?', 'Quale è dispari?']);
  await expect(row(desk, 'Quale è dispari')).toBeFocused();
  await saved(desk);
  expect(titlesOf((await keptOf(desk, id)).document)).toEqual(['Quanti dispari?', 'Quale è dispari?']);
});

test('a step that is dragged is saved where it was let go, and undoing gives the order back', async ({
  room,
}) => {
  const { desk, address } = room;
  const titles = ['Uno', 'Due', 'Tre', 'Quattro'];
  const steps = titles.map((title, i) => ({ id: `s${i}`, kind: 'text', title: { it: title } }));
  const { document } = empty('dragged');
  const id = await keep(desk, { document: { ...document, steps } });
  await openEditor(desk, address, id);
  await drag(desk, 'Quattro', 'Due');
  const upwards = ['Uno', 'Quattro', 'Due', 'Tre'];
  await expect(rows(desk)).toHaveText(upwards);
  await expect(
    desk.getByText(it('edit_said_moved', { title: 'Quattro', place: '2', of: '4' })),
  ).toBeAttached();
  await saved(desk);
  expect(titlesOf((await keptOf(desk, id)).document)).toEqual(upwards);

  await row(desk, 'Uno').click();
  await drag(desk, 'Uno', 'Tre');
  const downwards = ['Quattro', 'Due', 'Tre', 'Uno'];
  await expect(rows(desk), 'also the one that is looked at, with its tools').toHaveText(downwards);
  await saved(desk);
  expect(titlesOf((await keptOf(desk, id)).document)).toEqual(downwards);

  await button(desk, 'edit_undo').click();
  await expect(rows(desk)).toHaveText(upwards);
  await button(desk, 'edit_undo').click();
  await expect(rows(desk)).toHaveText(titles);
  await saved(desk);
  expect(titlesOf((await keptOf(desk, id)).document)).toEqual(titles);
});

test('what was done is undone, a deleted step too; what is missing leads to its field', async ({ room }) => {
  const { desk, address } = room;
  const id = await keep(desk, { copyOf: 'primi-passi' });
  await openEditor(desk, address, id);
  const before = await rows(desk).allInnerTexts();
  await button(desk, 'edit_delete').click();
  await expect(rows(desk)).toHaveCount(before.length - 1);
  await look(desk, 'editor-deleted');
  await outline(desk)
    .getByRole('button', { name: it('edit_put_back') })
    .click();
  expect(await rows(desk).allInnerTexts()).toEqual(before);
  const title = form(desk).getByLabel(`${it('edit_field_title')} (italiano)`);
  await title.fill('Un altro titolo');
  await desk.keyboard.press('Control+z');
  await expect(title).not.toHaveValue('Un altro titolo');
  await desk.keyboard.press('Control+Shift+z');
  await expect(title).toHaveValue('Un altro titolo');
  await button(desk, 'edit_double').click();
  await expect(rows(desk)).toHaveCount(before.length + 1);

  await form(desk)
    .getByLabel(`${it('edit_field_task')} (italiano)`)
    .fill('');
  await form(desk)
    .getByLabel(`${it('edit_field_task')} (inglese)`)
    .fill('');
  await expect(desk.getByRole('heading', { name: it('edit_missing', { count: '1' }) })).toBeVisible();
  await look(desk, 'editor-missing');
  await row(desk, 'Costruisci un NOT').click();
  await outline(desk)
    .getByRole('button', {
      name: new RegExp(`^${it('edit_step', { place: '2' })} · ${it('edit_field_task')}`),
    })
    .click();
  await expect(form(desk).getByLabel(`${it('edit_field_task')} (italiano)`)).toBeFocused();

  await title.fill('');
  await outline(desk)
    .getByText(/^In italiano/)
    .click();
  await outline(desk)
    .getByRole('button', {
      name: new RegExp(`^${it('edit_step', { place: '2' })} · ${it('edit_field_title')}`),
    })
    .click();
  await expect(title).toBeFocused();
  await look(desk, 'editor-gaps');

  await button(desk, 'edit_add').click();
  await look(desk, 'editor-kinds');
  await desk.keyboard.press('Escape');
  await saved(desk);
  await button(desk, 'edit_versions').click();
  await expect(desk.getByRole('dialog', { name: it('edit_versions') })).toBeVisible();
  await look(desk, 'editor-versions');
  await desk.getByRole('dialog').getByRole('listitem').last().getByRole('button').click();
  await look(desk, 'editor-version');
  await button(desk, 'edit_versions_go_back').click();
  await expect(rows(desk)).toHaveText(before);
  await button(desk, 'edit_undo').click();
  await expect(rows(desk)).toHaveCount(before.length + 1);
});

test('two tabs: the second one is told, and no version is lost whichever goes on', async ({ room }) => {
  const { desk, address } = room;
  const id = await keep(desk, empty('two-tabs'));
  await openEditor(desk, address, id);
  const other = await desk.context().newPage();
  await openEditor(other, address, id);
  await expect(desk.getByText(it('edit_other_tab'))).toBeVisible();
  await expect(other.getByText(it('edit_other_tab'))).toBeVisible();
  await look(other, 'editor-other-tab');
  await writeNumber(desk, mouse);
  await saved(desk);
  await expect(button(other, 'edit_newer_mine')).toBeVisible();
  await look(other, 'editor-newer');
  await button(other, 'edit_newer_look').click();
  await expect(other.getByRole('dialog').getByText('Quanti dispari?')).toBeVisible();
  await other.keyboard.press('Escape');
  await button(other, 'edit_newer_take').click();
  await expect(rows(other)).toHaveText(['Quanti dispari?']);

  await row(other, 'Quanti dispari').click();
  await field(other, 'edit_field_title').fill('Qui è diverso');
  await saved(other);
  await form(desk).evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await expect(button(desk, 'edit_newer_mine'), 'also far down in the form').toBeInViewport();
  await field(desk, 'edit_field_title').fill('La mia');
  await button(desk, 'edit_newer_mine').click();
  await saved(desk);
  expect(titlesOf((await keptOf(desk, id)).document)).toEqual(['La mia']);
  await button(desk, 'edit_versions').click();
  await desk.getByRole('dialog').getByRole('listitem').nth(1).getByRole('button').click();
  await expect(desk.getByRole('dialog').getByText('Qui è diverso')).toBeVisible();
  await other.close();
});

test('a server that is killed in the middle of an autosave loses nothing that was said to be saved, and offers the rest', async ({
  browser,
}) => {
  const room = await Classroom.open(browser);
  try {
    const { desk, address, server } = room;
    const id = await keep(desk, empty('killed'));
    await openEditor(desk, address, id);
    await writeNumber(desk, mouse);
    await saved(desk);
    await field(desk, 'edit_field_title').fill('Non ancora salvato');
    const sent = desk.waitForRequest((request) => request.method() === 'PUT');
    await Promise.all([sent, sent.then(() => server.kill())]);
    await expect(desk.getByText(it('edit_save_saving'))).toBeHidden();
    const claimed = await desk.getByText(/^Salvata alle/).isVisible();
    await desk.close({ runBeforeUnload: false });
    await server.restart();

    const again = await room.tab();
    await openEditor(again, address, id);
    const [title] = titlesOf((await keptOf(again, id)).document);
    expect(claimed ? ['Non ancora salvato'] : ['Quanti dispari?', 'Non ancora salvato']).toContain(title);
    if (title === 'Quanti dispari?') {
      await expect(button(again, 'edit_found_take')).toBeVisible();
      await button(again, 'edit_found_take').click();
    }
    await expect(rows(again)).toHaveText(['Non ancora salvato']);
    await saved(again);
    expect(titlesOf((await keptOf(again, id)).document)).toEqual(['Non ancora salvato']);

    await server.kill();
    await field(again, 'edit_field_title').fill('Scritto senza server');
    await expect(again.getByText(`${it('edit_save_kept')} ${it('edit_save_safe')}`)).toBeVisible();
    await look(again, 'editor-kept');
    await server.restart();
    await saved(again);
    expect(titlesOf((await keptOf(again, id)).document)).toEqual(['Scritto senza server']);
  } finally {
    await room.close();
  }
});

test('what was written without a network is offered again, also while something else is typed', async ({
  room,
}) => {
  const { desk, address } = room;
  const id = await keep(desk, empty('offline'));
  await openEditor(desk, address, id);
  await writeNumber(desk, mouse);
  await saved(desk);
  const tab = await room.tab();
  await openEditor(tab, address, id);
  await desk.context().setOffline(true);
  await field(tab, 'edit_field_title').fill('Senza rete');
  await expect(tab.getByText(it('edit_save_kept'))).toBeVisible();
  // A page that is closed still sends what it has: this one dies.
  await tab.goto('chrome://crash').catch(() => undefined);
  await tab.close();
  await desk.context().setOffline(false);

  await openEditor(desk, address, id);
  await expect(button(desk, 'edit_found_take')).toBeVisible();
  await expect(rows(desk), 'it is offered, not applied').toHaveText(['Quanti dispari?']);
  await look(desk, 'editor-found');
  await field(desk, 'edit_field_task').fill('Un’altra consegna');
  await saved(desk);
  await desk.reload();
  await button(desk, 'edit_found_take').click();
  await expect(rows(desk)).toHaveText(['Senza rete']);
  await saved(desk);
  await desk.reload();
  await expect(rows(desk)).toHaveText(['Senza rete']);
  await expect(button(desk, 'edit_found_take')).toBeHidden();
});

test('of a lesson that there is not the editor says so', async ({ room }) => {
  const { desk, address } = room;
  await desk.goto(`${address}/teach/lessons/none/edit`);
  await expect(desk.getByRole('alert')).toBeVisible();
  await look(desk, 'editor-none');
});
