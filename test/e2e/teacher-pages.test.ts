import type { Page } from '@playwright/test';
import { runScript } from '../support/script';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { forgetfulPage } from './support/forgetful';
import { look, lookTwice } from './support/look';
import { TEACHER } from './support/school';
import { answerWell, send } from './support/students';
import { expect, test } from './support/test';

const press = (page: Page, key: string) => page.getByRole('button', { name: it(key), exact: true }).click();

test('the pages before and after the sign-in can be used by everybody, also when something is wrong', async ({
  browser,
}) => {
  const room = await Classroom.empty(browser, { TRUST_PROXY: '127.0.0.1' });
  try {
    const { desk, address } = room;
    await desk.goto(`${address}/teach`);
    await expect(desk.getByRole('heading', { name: it('desk_fresh_title') })).toBeVisible();
    await lookTwice(desk, 'teach-fresh');
    await desk.goto(`${address}/teach/welcome`);
    await expect(desk.getByText(it('desk_welcome_no_link'))).toBeVisible();
    await look(desk, 'teach-welcome-no-link');
    await desk.goto(`${address}/teach/welcome#${room.server.firstLink() ?? ''}`);
    await desk.reload();
    await press(desk, 'desk_welcome_button');
    await expect(desk.getByText(it('desk_teach_name_missing'))).toBeVisible();
    await lookTwice(desk, 'teach-welcome');
    await room.signUp();
    await expect(desk.getByRole('heading', { name: it('desk_home_empty_title') })).toBeInViewport();
    await lookTwice(desk, 'teach-home');
    const long = await room.opened('Dal neurone alla rete');
    await long.getByRole('listitem').last().scrollIntoViewIfNeeded();
    await expect(long.getByRole('button', { name: it('desk_home_start') })).toBeInViewport();
    await rehearse(room);
    await desk.goto(address);
    await expect(desk.getByRole('heading', { name: it('desk_home_empty_title') })).toBeVisible();
    await press(desk, 'desk_home_sign_out');
    await signIn(desk, 'non questa frase');
    await expect(desk.getByText(it('error_sign_in_failed'))).toBeVisible();
    await lookTwice(desk, 'teach-sign-in');
    await desk.getByLabel(it('desk_teach_password'), { exact: true }).fill(TEACHER.password);
    await press(desk, 'desk_sign_in_button');
    await expect(desk.getByRole('button', { name: it('desk_home_start') }).first()).toBeVisible();
    const forgetful = await forgetfulPage(browser);
    await forgetful.goto(`${address}/teach`);
    await signIn(forgetful, TEACHER.password);
    await expect(forgetful.getByText(it('desk_sign_in_no_cookies'))).toBeVisible();
    await look(forgetful, 'teach-no-cookies');
    await forgetful.context().close();
    await desk.goto(`${address}/teach/sessions/none`);
    await expect(desk.getByRole('heading', { name: it('desk_refused') })).toBeVisible();
    await look(desk, 'desk-refused');
    await desk.goto(`${address}/teach/sessions/none/review`);
    await expect(desk.getByRole('alert')).toBeVisible();
    await look(desk, 'review-refused');
    await desk.goto(`${address}/teach`);
    await room.start();
    await desk.goto(`${address}/teach`);
    await expect(desk.getByRole('heading', { name: it('desk_home_running') })).toBeVisible();
    await look(desk, 'teach-home-running');
    await leaveAndComeBack(room);
    await forget(room);
  } finally {
    await room.close();
  }
});

test('the desk and each of its boxes can be used by everybody', async ({ room }) => {
  const { desk } = room;
  const box = (name: string) => lookAtBox(desk, name);
  const choose = (name: string, key: string) => chooseFor(desk, name, key);
  const code = await room.start();
  await expect(desk.getByText(it('desk_class_empty'))).toBeVisible();
  await lookTwice(desk, 'desk-empty');
  const { page, name } = await room.student(code);
  const other = await room.student(code);
  await expect(desk.getByText(other.name).first()).toBeVisible();

  const menu = desk.getByRole('button', { name: it('desk_more'), exact: true });
  await menu.click();
  await look(desk, 'desk-menu');
  await desk.getByRole('menuitem', { name: it('desk_keys') }).click();
  await box('desk-keys');
  await desk.getByRole('button', { name: it('desk_join') }).click();
  await box('desk-join');
  await choose(name, 'desk_rename');
  await desk.getByRole('textbox', { name: it('desk_rename_field') }).fill(other.name);
  await press(desk, 'desk_rename_button');
  await expect(desk.getByText(it('error_name_taken'))).toBeVisible();
  await box('desk-rename');
  await choose(name, 'desk_ticket');
  await expect(desk.getByLabel(it('desk_ticket_words'))).toBeVisible();
  await box('desk-ticket');
  await choose(other.name, 'desk_kick');
  await expect(desk.getByText(it('desk_sent_out'))).toBeVisible();
  await look(desk, 'desk-kicked');

  await room.openFirst();
  await answerWell(page, 0);
  await send(page);
  await expect(desk.getByRole('button', { name: it('desk_all_answered') })).toBeVisible();
  await look(desk, 'desk-all-answered');
  await desk.getByRole('button', { name: it('desk_forward') }).click();
  await box('desk-jump');
  await desk.getByRole('button', { name: it('desk_freeze') }).click();
  await expect(desk.getByRole('button', { name: it('desk_unfreeze') })).toBeVisible();
  await lookTwice(desk, 'desk-frozen');
  await desk.setViewportSize({ width: 1024, height: 768 });
  await look(desk, 'desk-open-1024');
  await desk.setViewportSize({ width: 1440, height: 900 });
  await menu.click();
  await desk.getByRole('menuitem', { name: it('desk_end') }).click();
  await box('desk-end');
  await menu.click();
  await desk.getByRole('menuitem', { name: it('desk_end') }).click();
  await press(desk, 'desk_end_button');
  await expect(desk.getByText(it('desk_stage_ended_text'))).toBeVisible();
  await lookTwice(desk, 'desk-ended');
  await desk.reload();
  await expect(desk.getByText(it('desk_stage_ended_text'))).toBeVisible();
  await look(desk, 'desk-ended-again');
  await press(desk, 'desk_undo_end');
  await room.press('desk_next_reveal');
  await expect(desk.locator('.mark', { hasText: it('desk_mark_right') })).toBeVisible();
  await lookTwice(desk, 'desk-revealed-list');
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel(it('desk_teach_name')).fill(TEACHER.name);
  await page.getByLabel(it('desk_teach_password'), { exact: true }).fill(password);
  await press(page, 'desk_sign_in_button');
}

/** A desk says that its sign-in is over, whoever has ended it, and leads back to where it was. */
async function leaveAndComeBack({ desk, address }: Classroom): Promise<void> {
  await desk.getByRole('link', { name: it('desk_home_back_to_desk') }).click();
  await expect(desk.getByText(it('desk_class_empty'))).toBeVisible();
  const home = await desk.context().newPage();
  await home.goto(`${address}/teach`);
  await press(home, 'desk_elsewhere_button');
  await lookTwice(home, 'teach-elsewhere');
  await press(home, 'desk_elsewhere_yes');
  await expect(home.getByText(it('desk_elsewhere_done'))).toBeVisible();
  await look(home, 'teach-elsewhere-done');
  await expect(desk.getByText(it('desk_class_empty'))).toBeVisible();
  await press(home, 'desk_home_sign_out');
  await expect(desk.getByText(it('error_signed_out'))).toBeVisible();
  await expect(desk.getByText(it('desk_class_empty'))).toBeHidden();
  await look(desk, 'desk-signed-out');
  await signIn(desk, TEACHER.password);
  await expect(desk.getByText(it('desk_class_empty'))).toBeVisible();
  await home.close();
}

/** Whoever keeps the server prints a link, and the teacher chooses another password. */
async function forget({ desk, address, server }: Classroom): Promise<void> {
  const { output } = await runScript('teacher', ['--reset', TEACHER.name], server.dataDir);
  const link = /#[\w-]{43}/.exec(output)?.[0] ?? '';
  await desk.goto(`${address}/teach/welcome${link}`);
  await expect(desk.getByRole('heading', { name: it('desk_new_password_title') })).toBeVisible();
  await lookTwice(desk, 'teach-new-password');
  await desk.getByLabel(it('desk_teach_password'), { exact: true }).fill('un’altra frase');
  await press(desk, 'desk_new_password_button');
  await expect(
    desk.getByRole('heading', { name: it('desk_home_hello', { name: TEACHER.name }) }),
  ).toBeVisible();
  await desk.goto(`${address}/teach/welcome${link}`);
  await desk.reload();
  await expect(desk.getByText(it('error_link_used'))).toBeVisible();
  await look(desk, 'teach-link-used');
}

/** The first click of a first visit: a class comes in, the projector goes black and comes back, and nothing is left. */
async function rehearse(room: Classroom): Promise<void> {
  const { desk, address } = room;
  const sheet = await room.opened('Un neurone');
  const first = sheet.locator('.main');
  await expect(first).toHaveText(it('desk_home_rehearse'));
  await first.click();
  await expect(desk.getByText(it('desk_rehearsal'), { exact: true })).toBeVisible();
  const screen = await room.projector();
  await expect(screen.getByText(it('screen_rehearsal'))).toBeVisible();
  await expect(desk.getByText(it('desk_class_count', { here: '28', seats: '28' }))).toBeVisible();
  await lookTwice(desk, 'desk-rehearsal');
  await look(screen, 'screen-rehearsal');

  await desk.keyboard.press('b');
  const words = () => screen.evaluate(() => document.body.innerText.trim());
  await expect.poll(words).toBe('');
  await Promise.all([desk.reload(), screen.reload()]);
  await expect(desk.getByText(it('desk_dark_now'))).toBeVisible();
  await look(desk, 'desk-dark');
  await expect.poll(words).toBe('');
  await desk
    .getByRole('main')
    .getByRole('button', { name: it('desk_light') })
    .click();
  await expect(screen.getByText(it('screen_rehearsal'))).toBeVisible();

  await desk.setViewportSize({ width: 1024, height: 560 });
  await room.jump(4);
  await expect(desk.locator('[aria-current="step"]')).toBeInViewport({ ratio: 1 });
  await desk.setViewportSize({ width: 1440, height: 900 });
  await look(desk, 'desk-rehearsal-step');
  await desk.goto(`${address}/teach`);
  await expect(desk.getByRole('heading', { name: it('desk_home_rehearsal') })).toBeVisible();
  await look(desk, 'teach-home-rehearsal');
  await desk.getByRole('link', { name: it('desk_home_back_to_rehearsal') }).click();
  await desk.getByRole('button', { name: it('desk_more'), exact: true }).click();
  await desk.getByRole('menuitem', { name: it('desk_rehearsal_end') }).click();
  await press(desk, 'desk_rehearsal_end');
  const over = it('desk_rehearsal_over_text', { page: it('desk_home_link') });
  await expect(desk.getByText(over)).toBeVisible();
  await look(desk, 'desk-rehearsal-over');
}

/** Looks at the box that is open, and closes it by the keyboard. */
async function lookAtBox(desk: Page, name: string): Promise<void> {
  const dialog = desk.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await lookTwice(desk, name);
  await desk.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

async function chooseFor(desk: Page, name: string, key: string): Promise<void> {
  await desk.getByRole('button', { name: it('desk_student_menu', { name }) }).click();
  await desk.getByRole('menuitem', { name: it(key) }).click();
}
