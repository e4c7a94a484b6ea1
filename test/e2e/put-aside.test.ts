import { expect, test } from '@playwright/test';
import { spoilStep } from '../support/spoilt';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { look } from './support/look';

test('a lesson that cannot be read is told to its teacher, who may erase it, and another one can be started', async ({
  browser,
}) => {
  const room = await Classroom.open(browser);
  const { desk, server, address } = room;
  await room.start();
  const session = new URL(desk.url()).pathname.split('/').at(-1) ?? '';
  await server.stop();
  spoilStep(server.dataDir, session);
  await server.restart();

  await desk.goto(`${address}/teach/sessions/${session}/review`);
  await expect(desk.getByText(it('desk_aside_text'))).toBeVisible();
  await look(desk, 'review-aside');
  await desk.goto(`${address}/teach`);
  await expect(desk.getByRole('heading', { name: it('desk_aside_title') })).toBeVisible();
  await expect(desk.getByText(it('desk_aside_text'))).toBeVisible();
  await expect(desk.getByRole('heading', { name: it('desk_home_running') })).toHaveCount(0);
  await look(desk, 'teach-home-aside');

  await desk.getByRole('button', { name: it('review_erase_session') }).click();
  await desk.getByRole('button', { name: it('review_erase_session_yes') }).click();
  await expect(desk.getByRole('heading', { name: it('desk_aside_title') })).toHaveCount(0);
  await room.start();
  await room.close();
});
