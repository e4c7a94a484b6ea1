import { it, words } from '../support/words';
import { Classroom } from './support/classroom';
import { blockStorage } from './support/forgetful';
import { look, lookTwice } from './support/look';
import { answerWell, send } from './support/students';
import { expect, test } from './support/test';

test('a phone that is not in the room yet, or no longer, is told why in a page that everybody can use', async ({
  room,
}) => {
  const code = await room.start();
  const page = await room.phone();
  await page.goto(`${room.address}/nowhere/at/all`);
  await expect(page.getByRole('heading', { name: it('error_not_found') })).toBeVisible();
  await look(page, 'phone-lost');
  await page.goto(`${room.address}/play/${code === '000000' ? '000001' : '000000'}`);
  await expect(page.getByText(it('error_unknown_code'))).toBeVisible();
  await lookTwice(page, 'phone-unknown-code');
  await page.getByLabel(it('student_join_label')).fill(code);
  await expect(page.getByLabel(it('student_name_offered'))).toBeVisible();
  await lookTwice(page, 'phone-naming');
  const { page: taken, name } = await room.student(code);
  await page.getByRole('button', { name: it('student_name_own') }).tap();
  await page.getByLabel(it('student_name_label')).fill(name);
  await page.getByRole('button', { name: it('student_enter') }).tap();
  await expect(page.getByText(it('error_name_taken'))).toBeVisible();
  await expect(page.getByText(it('student_name_mine'))).toBeVisible();
  await lookTwice(page, 'phone-naming-own');
  await page
    .getByRole('button', { name: new RegExp(`^${it('student_name_free', { name: '.* 2' })}$`) })
    .tap();
  await expect(page.getByRole('heading', { name: / 2\u2069$/ })).toBeVisible();

  await room.desk.getByRole('button', { name: it('desk_student_menu', { name }), exact: true }).click();
  await room.desk.getByRole('menuitem', { name: it('desk_kick') }).click();
  await expect(taken.getByRole('heading', { name: it('student_refused_kicked') })).toBeVisible();
  await expect(taken.getByText(it('student_not_you', { name }))).toBeVisible();
  await look(taken, 'phone-kicked');
  await taken.getByRole('button', { name: it('student_enter_anew') }).tap();
  await expect(taken.getByLabel(it('student_name_offered'))).toBeVisible();
});

test('a phone without a network, one that is too late, and one that keeps nothing, say so in a page that everybody can use', async ({
  room,
}) => {
  const code = await room.start();
  const cable = await room.cable();
  const { page } = await room.student(code, cable);
  await look(page, 'phone-lobby-first');
  await room.openFirst();
  await answerWell(page, 0);
  cable.pull();
  await expect(page.getByText(it('common_reconnecting'))).toBeVisible();
  await send(page, { stored: true });
  await lookTwice(page, 'phone-stored');
  await room.press('desk_next_close');
  cable.putBack();
  await expect(page.getByText(it('error_too_late'))).toBeVisible();
  await lookTwice(page, 'phone-too-late');
  const other = await room.phone();
  await room.press('desk_next_reveal');
  await room.press('desk_next_board');
  await blockStorage(other);
  await other.reload();
  await expect(other.getByLabel(it('student_join_label'))).toBeVisible();
  await other.goto(`${room.address}/play/${code}`);
  await expect(other.getByText(it('student_keeps_nothing'))).toBeVisible();
  await other.getByRole('button', { name: 'English' }).tap();
  await expect(other.getByText(words('en', 'student_keeps_nothing'))).toBeVisible();
  await other.getByRole('button', { name: 'Italiano' }).tap();
  await lookTwice(other, 'phone-naming-keeps-nothing');
  await other.getByRole('button', { name: it('student_enter') }).tap();
  await expect(other.getByText(it('student_absent'))).toBeVisible();
  await look(other, 'phone-late-revealed');
});

test('the projector without its key, with a wrong one, and without a network says so in large letters', async ({
  browser,
}) => {
  const room = await Classroom.open(browser);
  try {
    await room.start();
    const screen = await room.projector();
    await expect(screen.getByText(it('screen_join_title'))).toBeVisible();
    await expect(screen.getByText(room.address)).toBeVisible();
    await lookTwice(screen, 'screen-lobby');
    const { href } = new URL(screen.url());
    await screen.goto(href.split('#')[0] ?? '');
    await screen.reload();
    await expect(screen.getByText(it('screen_key_missing'))).toBeVisible();
    await lookTwice(screen, 'screen-no-key');
    await screen.goto(href.replace(/key=.*/, (key) => `key=${'A'.repeat(key.length - 4)}`));
    await screen.reload();
    await expect(screen.getByText(it('error_unknown_session'))).toBeVisible();
    await look(screen, 'screen-refused');
    await blockStorage(screen);
    await screen.goto(href);
    await screen.reload();
    await expect(screen.getByText(it('screen_join_title'))).toBeVisible();
    await room.server.kill();
    await expect(screen.getByText(it('screen_reconnecting'))).toBeVisible();
    await lookTwice(screen, 'screen-reconnecting');
  } finally {
    await room.close();
  }
});
