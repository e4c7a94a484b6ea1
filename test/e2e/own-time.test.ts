import { inLanguage } from '#shared/text';
import { it } from '../support/words';
import { gate, lessonOf } from '../support/lesson';
import { choose } from './support/answers';
import { fingers } from './support/fingers';
import { look } from './support/look';
import { startScratch } from './support/scratch';
import { expect, test } from './support/test';

/** Few seconds, but enough to turn a knob. */
const step = gate({ seconds: 14 });
/** Reading, the seconds, and the second after the zero, ms. */
const AFTER_ZERO = 40_000;

test('a teacher gives a student more time, and only the desk shows it; at their zero the others send what they have set', async ({
  room,
}) => {
  const { desk } = room;
  const code = await startScratch(room, lessonOf(step));
  const screen = await room.projector();
  const [first, second] = [await room.student(code), await room.student(code)];

  const longer = desk.getByRole('listitem').filter({ hasText: first.name });
  await longer.getByRole('button', { name: it('desk_student_menu', { name: first.name }) }).click();
  const ordinary = it('desk_pace', { pace: it('desk_pace_common') });
  await desk.getByRole('menuitem', { name: ordinary }).click();
  const box = desk.getByRole('dialog', { name: it('desk_pace_title', { name: first.name }) });
  await expect(box.getByRole('radio', { name: it('desk_pace_common') })).toBeChecked();
  await box.getByRole('radio', { name: it('desk_pace_none') }).check();
  await look(desk, 'desk-pace');
  await box.getByRole('button', { name: it('desk_pace_button') }).click();
  await expect(box).toBeHidden();
  await expect(longer).toContainText(it('desk_pace_none'));
  await look(desk, 'desk-paced');

  await room.openFirst();
  // The lobby has a slider too, to warm up with.
  await expect(second.page.getByRole('heading', { name: inLanguage(step.task, ['it']) })).toBeVisible();
  await choose(fingers(second.page, 'it'), step, 'somehow');
  for (const page of [screen, second.page, first.page])
    await expect(page.locator('body')).not.toContainText(it('desk_pace_none'));

  const unsent = desk.getByRole('listitem').filter({ hasText: it('common_sent_by_close') });
  await expect(second.page.getByText(it('student_closed_unsent'))).toBeVisible({ timeout: AFTER_ZERO });
  await expect(unsent).toContainText(second.name);
  await expect(desk.getByText(it('desk_more_time', { count: '1' }))).toBeVisible();
  await expect(first.page.getByRole('slider').first()).toBeEnabled();
  await look(second.page, 'phone-unsent');
  await room.press('desk_next_close');
  await expect(first.page.getByText(it('student_closed_nothing'))).toBeVisible();
});
