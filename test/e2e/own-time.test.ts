import { it } from '../support/words';
import { look } from './support/look';
import { expect, test } from './support/test';

test('a teacher gives a student more time, and only the desk shows it', async ({ room }) => {
  const { desk } = room;
  const code = await room.start();
  const screen = await room.projector();
  const [first, second] = [await room.student(code), await room.student(code)];

  const longer = desk.getByRole('listitem').filter({ hasText: first.name });
  await longer.getByRole('button', { name: it('desk_student_menu', { name: first.name }) }).click();
  const ordinary = it('desk_pace', { pace: it('desk_pace_common') });
  await desk.getByRole('menuitem', { name: ordinary }).click();
  const box = desk.getByRole('dialog', { name: it('desk_pace_title', { name: first.name }) });
  await expect(box.getByRole('radio', { name: it('desk_pace_common') })).toBeChecked();
  await box.getByRole('radio', { name: it('desk_pace_double') }).check();
  await look(desk, 'desk-pace');
  await box.getByRole('button', { name: it('desk_pace_button') }).click();
  await expect(box).toBeHidden();
  await expect(longer).toContainText(it('desk_pace_double'));
  await look(desk, 'desk-paced');

  await room.openFirst();
  await expect(second.page.getByRole('radio').first()).toBeVisible();
  for (const page of [screen, second.page, first.page])
    await expect(page.locator('body')).not.toContainText(it('desk_pace_double'));
});
