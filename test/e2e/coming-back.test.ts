import { rng } from '#shared/rng';
import { Proxy } from '../faults/proxy';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { answerWell, send } from './support/students';
import { expect, test } from './support/test';

test('a student who reloads in the middle of a choice finds what was picked, and can send it', async ({
  room,
}) => {
  const code = await room.start();
  const { page } = await room.student(code);
  await room.openFirst();
  await answerWell(page, 0);
  const picked = await page.locator('label:has(input:checked)').innerText();
  await page.reload();
  await expect(page.locator('label:has(input:checked)')).toHaveText(picked);
  await send(page);
});

test('a student who closes the tab and scans again has the same seat and the answer that was sent; the next one at the same computer takes another', async ({
  room,
}) => {
  const code = await room.start();
  const { page, name } = await room.student(code);
  await room.openFirst();
  await answerWell(page, 0);
  await send(page);
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto(`${room.address}/play/${code}`);
  await expect(again.getByText(name)).toBeVisible();
  await expect(again.getByRole('button', { name: it('activities_received') })).toBeVisible();
  await again.locator('summary', { hasText: name }).tap();
  await expect(again.getByText(it('student_not_you', { name }))).toBeVisible();
  await again.getByRole('button', { name: it('student_enter_anew') }).tap();
  await again.getByRole('button', { name: it('student_enter') }).tap();
  await expect(again.getByRole('radio').first()).toBeEnabled();
  await expect(again.getByText(name)).toHaveCount(0);
  await expect(room.desk.getByText(name).first()).toBeVisible();
});

test('a phone that loses the network says so calmly, keeps the answer, and sends it by itself', async ({
  room,
}) => {
  const code = await room.start();
  const cable = await room.cable();
  const { page } = await room.student(code, cable);
  await room.openFirst();
  await answerWell(page, 0);
  cable.pull();
  await expect(page.getByText(it('common_reconnecting'))).toBeVisible();
  await send(page, { stored: true });
  cable.putBack();
  await expect(page.getByRole('button', { name: it('activities_received') })).toBeVisible();
});

/** Without a word for 3.5 s the network is away, and without an ack a line is dialled anew; the rest is for a busy machine, ms. */
const NOTICED = 6_000;
/** A way that lets nothing through is given up after 3 s, a call after 8; the rest is for a busy machine, ms. */
const BACK = 20_000;

test('a phone on a line that falls silent without closing says so, keeps the answer, and sends it by itself', async ({
  room,
}) => {
  const code = await room.start();
  const line = await Proxy.to(room.server.port, rng('half open', 'network'));
  const { page } = await room.student(code, line);
  await room.openFirst();
  const reconnecting = page.getByText(it('common_reconnecting'));
  const lines = line.opened;
  line.stall('up', 'down');
  await expect(reconnecting).toBeVisible({ timeout: NOTICED });
  line.flow();
  await expect(reconnecting).toBeHidden();
  expect(line.opened, 'the line was left alone').toBe(lines);
  await answerWell(page, 0);
  line.stall('up', 'down');
  await page.getByRole('button', { name: /^Mand[ao]/ }).tap();
  const stored = page.getByText(it('student_answer_stored'));
  await expect(stored).toBeVisible({ timeout: NOTICED });
  const [banner, timer] = [await stored.boundingBox(), await page.locator('.countdown').boundingBox()];
  if (!banner || !timer) throw new Error('banner and timer are both to be seen');
  expect(banner.y).toBeGreaterThanOrEqual(timer.y + timer.height);
  line.forget();
  await expect(page.getByRole('button', { name: it('activities_received') })).toBeVisible({ timeout: BACK });
  await line.remove();
});

test('a server that stops tells the phone that nothing is lost, and once it is back the phone goes on untouched', async ({
  browser,
}) => {
  const room = await Classroom.open(browser);
  try {
    const code = await room.start();
    const { page } = await room.student(code);
    await room.openFirst();
    await answerWell(page, 0);
    await send(page);
    await room.server.stop();
    await expect(page.getByText(it('error_server_stopping'))).toBeVisible();
    await expect(room.desk.getByText(it('error_server_stopping'))).toBeVisible();
    await room.server.restart();
    await expect(page.getByText(it('error_server_stopping'))).toBeHidden();
    await expect(page.getByRole('button', { name: it('activities_received') })).toBeVisible();
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    await expect(page.getByLabel(it('student_your_result'))).toBeVisible();
  } finally {
    await room.close();
  }
});

test('an answer that arrives after the close is refused where the student sees it', async ({ room }) => {
  const code = await room.start();
  const cable = await room.cable();
  const { page } = await room.student(code, cable);
  await room.openFirst();
  await answerWell(page, 0);
  cable.pull();
  await expect(page.getByText(it('common_reconnecting'))).toBeVisible();
  await send(page, { stored: true });
  await room.press('desk_next_close');
  cable.putBack();
  await expect(page.getByText(it('error_too_late'))).toBeVisible();
});

test('a seat moves to another phone by a QR from the desk, and the old phone says so', async ({ room }) => {
  const code = await room.start();
  const { page, name } = await room.student(code);
  await room.openFirst();
  await answerWell(page, 0);
  await send(page);
  await room.desk.getByRole('button', { name: it('desk_student_menu', { name }) }).click();
  await room.desk.getByRole('menuitem', { name: it('desk_ticket') }).click();
  const link = await room.desk.getByLabel(it('desk_ticket_words')).inputValue();
  const other = await room.phone();
  await other.goto(link);
  await expect(other.getByText(name)).toBeVisible();
  await expect(other.getByRole('button', { name: it('activities_received') })).toBeVisible();
  await expect(page.getByText(it('error_seat_moved'))).toBeVisible();
});

test('who joins late gets the step that is open', async ({ room }) => {
  const code = await room.start();
  await room.openFirst();
  const page = await room.phone();
  await page.getByLabel(it('student_join_label')).fill(code);
  await page.getByRole('button', { name: it('student_enter') }).tap();
  await expect(page.getByRole('radio').first()).toBeEnabled();
});

test('the desk goes on after a reload and on a second device, and neither skips a step of the other', async ({
  room,
}) => {
  const code = await room.start();
  await room.press('desk_next_start');
  await room.desk.reload();
  const second = await room.desk.context().newPage();
  await second.goto(room.desk.url());
  await expect(second).toHaveTitle(new RegExp(`^${code.slice(0, 3)} ${code.slice(3)} · `));
  await expect(second.locator('button[aria-keyshortcuts="Space"]')).toContainText(it('desk_next_open'));
  await room.press('desk_next_open');
  await expect(second.locator('button[aria-keyshortcuts="Space"]')).toContainText(it('desk_next_close'));
});
