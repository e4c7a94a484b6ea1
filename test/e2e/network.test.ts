import { expect, test, type Page } from '@playwright/test';
import { lessons } from '#shared/lessons/index';
import type { Lesson } from '#shared/lessons/lesson';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { look } from './support/look';
import { answerStep } from './support/students';

const lesson = lessons.find(({ id }) => id !== 'primi-passi') as Lesson;

test('a teacher and two students play the long lesson, races and proof included, to the review', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const room = await Classroom.open(browser);
  try {
    const code = await room.start(lesson.title.it);
    const screen = await room.projector();
    const ada = await room.student(code);
    const bo = await room.student(code);
    await bo.page.setViewportSize({ width: 1024, height: 768 });
    for (const [index, step] of lesson.steps.entries()) {
      await test.step(`${index + 1} ${step.title.it}`, async () => {
        await room.press(index === 0 ? 'desk_next_start' : 'desk_next_step');
        await room.press('desk_next_open');
        await look(ada.page, `long-${index}-${step.id}-phone`);
        await answerStep(ada.page, step);
        await answerStep(bo.page, step);
        await expect(
          room.desk.getByText(it('desk_answered_of', { answered: '2', of: '2' })).first(),
        ).toBeVisible();
        await look(screen, `long-${index}-${step.id}-screen`);
        await room.press('desk_next_close');
        await room.press('desk_next_reveal');
        await expect(ada.page.getByLabel(it('student_your_result'))).toBeVisible();
        await look(ada.page, `long-${index}-${step.id}-revealed`);
        await look(bo.page, `long-${index}-${step.id}-tablet`);
        await look(screen, `long-${index}-${step.id}-answer`);
        await room.press('desk_next_board');
      });
    }
    await room.press('desk_next_podium');
    const shown = await points(ada.page);
    await room.press('desk_next_end');
    await room.desk.getByRole('button', { name: it('desk_end_button') }).click();
    await expect(ada.page.getByText(it('student_ended_title'))).toBeVisible();
    await room.desk.getByRole('link', { name: it('desk_stage_review') }).click();
    await expect(room.desk.getByRole('row').filter({ hasText: ada.name }).first()).toContainText(shown);
    await look(room.desk, 'long-review');
  } finally {
    await room.close();
  }
});

const points = (page: Page): Promise<string> =>
  page
    .getByLabel(it('student_your_result'))
    .locator('div')
    .filter({ has: page.getByText(it('student_points_label'), { exact: true }) })
    .getByRole('definition')
    .innerText();
