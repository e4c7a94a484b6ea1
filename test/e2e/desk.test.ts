import type { Page } from '@playwright/test';
import type { Lesson } from '#shared/lessons/lesson';
import { lessonOf, single } from '../support/lesson';
import { lessons } from '../support/lessons';
import { it } from '../support/words';
import { answer, choose, sendIt } from './support/answers';
import type { Classroom } from './support/classroom';
import { fingers } from './support/fingers';
import { look } from './support/look';
import { startScratch } from './support/scratch';
import { expect, test } from './support/test';

const lesson = lessonOf(
  single({
    ...{ id: 'in', kind: 'slide', points: 0, seconds: null },
    config: { lines: [], picture: null, link: null, tap: true, lookUp: false },
  }),
  single({ id: 'rule', kind: 'perceptron-rule', config: { gate: 'or' }, seconds: 120 }),
  single({ id: 'vote', seconds: 120 }),
);
const [, rule, vote] = lesson.steps;

/** Two students in class; how many have done what the step on stage asks, as projector and desk say it. */
async function classroom(room: Classroom) {
  const code = await startScratch(room, lesson);
  const screen = await room.projector();
  const [ada, ben] = [await room.student(code), await room.student(code)];
  const answered = async (count: number) => {
    const figures = { answered: String(count), seats: '2' };
    await expect(screen.getByText(it('screen_answers', figures), { exact: true })).toBeVisible();
    const said = it('desk_answered_of', { answered: String(count), of: '2' });
    await expect(room.desk.getByText(said, { exact: true }).first()).toBeVisible();
  };
  return { screen, ada, ben, answered };
}

const stuckOn = (desk: Page, heading: string) =>
  desk
    .locator('div')
    .filter({ has: desk.getByRole('heading', { name: it(heading) }) })
    .last();

test('who has tapped is counted, a part is not an answer, and a second vote counts anew', async ({
  room,
}) => {
  const { desk } = room;
  const { screen, ada, ben, answered } = await classroom(room);

  await room.press('desk_next_start');
  const tapped = (count: number) => it('slide_tapped_of', { tapped: String(count), of: '2' });
  await expect(screen.getByText(tapped(0))).toBeVisible();
  await ada.page.getByRole('button', { name: it('slide_tap') }).tap();
  await expect(screen.getByText(tapped(1))).toBeVisible();
  const untapped = stuckOn(desk, 'desk_untapped');
  await expect(untapped).toContainText(ben.name);
  await expect(untapped).not.toContainText(ada.name);
  await expect(desk.getByText(it('desk_mark_tapped'), { exact: true })).toHaveCount(1);
  await look(desk, 'desk-tapped');
  await look(screen, 'screen-tapped');
  await ada.page.reload();
  await expect(ada.page.getByRole('button', { name: it('slide_tapped') })).toBeDisabled();
  await expect(screen.getByText(tapped(1))).toBeVisible();

  await room.press('desk_next_step');
  await room.press('desk_next_open');
  await expect(desk.getByText(it('desk_stuck_reading'))).toBeVisible();
  await expect(stuckOn(desk, 'desk_stuck')).toContainText(ada.name);
  await choose(fingers(ada.page, 'it'), rule!, 'somehow');
  await sendIt(fingers(ada.page, 'it'), rule!);
  await answer(fingers(ben.page, 'it'), rule!, 'well');
  await answered(1);
  await expect(stuckOn(desk, 'desk_stuck')).toContainText(ada.name);
  await expect(desk.getByText(it('desk_all_answered'))).toHaveCount(0);
  await look(desk, 'desk-part');
  await room.press('desk_next_close');
  await answered(2);

  await room.jump(2);
  await room.press('desk_next_open');
  for (const { page } of [ada, ben]) await answer(fingers(page, 'it'), vote!, 'somehow');
  await answered(2);
  await room.press('desk_next_close');
  await desk.getByRole('button', { name: it('desk_vote_again') }).click();
  await answered(0);
  for (const { page } of [ada, ben]) await answer(fingers(page, 'it'), vote!, 'well');
  await answered(2);
  await expect(desk.getByText(it('desk_all_answered')).first()).toBeVisible();
  await room.press('desk_next_close');
  await expect(desk.getByText(it('desk_no_vote_twice')).first()).toBeVisible();
  await expect(desk.getByRole('button', { name: it('desk_vote_again') })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await look(desk, 'desk-voted-twice');
});

test('space goes on after a menu that was opened by a click, and opens one that the keyboard has come to', async ({
  room,
}) => {
  const { desk } = room;
  await startScratch(room, lesson);
  const more = desk.getByRole('button', { name: it('desk_more'), exact: true });
  const menu = desk.getByRole('menu');
  await more.click();
  await expect(menu).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await desk.keyboard.press('Space');
  await expect(desk.locator('button[aria-keyshortcuts="Space"]')).toContainText(it('desk_next_step'));
  await expect(menu).toBeHidden();

  await desk.keyboard.press('Tab');
  await more.focus();
  await desk.keyboard.press('Space');
  await expect(menu).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Space');
  await expect(menu).toBeVisible();
});

test('space goes on right after a click on the link that opens the projector', async ({ room }) => {
  const { desk } = room;
  await startScratch(room, lesson);
  const link = desk.getByRole('link', { name: it('desk_join_projector') }).first();
  const [screen] = await Promise.all([desk.context().waitForEvent('page'), link.click()]);
  await desk.bringToFront();
  await expect(link).toBeFocused();
  await desk.keyboard.press('Space');
  await expect(desk.locator('button[aria-keyshortcuts="Space"]')).toContainText(it('desk_next_step'));
  await screen.close();
});

const lecture = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;
const short = lecture.short ?? [];

test('the short path is marked before a session, and what it leaves out is dim in it', async ({ room }) => {
  const { desk } = room;
  const sheet = await room.opened('Dal neurone alla rete');
  await expect(sheet.getByText('★', { exact: true })).toHaveCount(short.length);
  await look(desk, 'teach-path');
  await room.start('Dal neurone alla rete');
  const skipped = desk.getByRole('navigation', { name: it('desk_line') }).getByText(it('desk_phase_skipped'));
  await expect(skipped).toHaveCount(0);
  await desk.getByRole('button', { name: it('desk_more'), exact: true }).click();
  await desk.getByRole('menuitem', { name: it('desk_path_short') }).click();
  await expect(skipped).toHaveCount(lecture.steps.length - short.length);
  await look(desk, 'desk-path');
});
