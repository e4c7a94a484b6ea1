import { builtId } from '../support/server';
import { freshToken, Player } from '../support/player';
import { it } from '../support/words';
import { fits, type Classroom } from './support/classroom';
import { look } from './support/look';
import { expect, test } from './support/test';

const MANY = 30;

/** A program that takes seats and keeps no cookies. */
async function script({ server }: Classroom, code: string): Promise<Player[]> {
  const players = Array.from(
    { length: MANY },
    () => new Player(server.base, { role: 'phone', code, token: freshToken() }, { build: builtId() }),
  );
  for (const [i, player] of players.entries()) {
    await player.arrived();
    await player.command({ type: 'join', name: `Zzz ${i}` });
  }
  return players;
}

test('a crowd from one place is told at the desk, goes all at once and comes back; who was sent out waits for the desk', async ({
  room,
}) => {
  const { desk } = room;
  const code = await room.start();
  const { page, name } = await room.student(code);
  const players = await script(room, code);
  const notice = desk
    .getByText(it('desk_crowd_unmarked', { count: String(MANY), time: '' }).slice(0, 20))
    .last();
  await expect(notice).toBeVisible();
  await look(desk, 'desk-crowd');
  await desk.setViewportSize({ width: 390, height: 844 });
  await fits(desk, 'the desk with a crowd');
  await look(desk, 'desk-crowd-small');
  await desk.setViewportSize({ width: 1440, height: 900 });

  await desk.getByRole('button', { name: it('desk_crowd_look') }).click();
  await expect(desk.getByRole('dialog')).toContainText('Zzz 0');
  await look(desk, 'desk-crowd-box');
  const remove = () =>
    desk.getByRole('button', { name: it('desk_crowd_remove', { count: String(MANY) }) }).click();
  await remove();
  await expect(desk.getByText(it('desk_crowd_out', { count: String(MANY) }))).toBeVisible();
  await expect(desk.getByText(it('desk_class_count', { here: '1', seats: '1' }))).toBeVisible();
  await look(desk, 'desk-crowd-out');
  expect(players.every(({ bye }) => bye?.code === 'kicked')).toBe(true);
  const again = new Player(
    room.server.base,
    { role: 'phone', code, token: freshToken() },
    { build: builtId() },
  );
  await again.arrived();
  expect(await again.command({ type: 'join', name: 'Zzz' })).toMatchObject({ code: 'room-locked' });
  again.close();

  await desk.getByRole('button', { name: it('desk_undo') }).click();
  await expect(desk.getByText(it('desk_class_count', { here: '1', seats: String(MANY + 1) }))).toBeVisible();
  await desk.getByRole('button', { name: it('desk_crowd_leave') }).click();
  await expect(notice).toBeHidden();

  await desk.getByRole('button', { name: it('desk_student_menu', { name }) }).click();
  await desk.getByRole('menuitem', { name: it('desk_kick') }).click();
  await expect(page.getByRole('heading', { name: it('student_refused_kicked') })).toBeVisible();
  // Another secret, and the same browser.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('button', { name: it('student_enter') }).tap();
  await expect(page.getByText(it('error_device_kicked'))).toBeVisible();
  await look(page, 'phone-device-kicked');
  await desk.getByRole('button', { name: it('desk_undo') }).click();
  await page.getByRole('button', { name: it('student_enter') }).tap();
  await expect(page.getByText(it('student_lobby_next').slice(0, 8)).first()).toBeVisible();
  for (const player of players) player.close();
});
