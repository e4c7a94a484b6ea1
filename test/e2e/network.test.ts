import { expect, test, type Page } from '@playwright/test';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { it, words } from '../support/words';
import { replayed } from './support/afterwards';
import { reviewAgrees, tablesAgree } from './support/agreement';
import { answer } from './support/answers';
import { Classroom } from './support/classroom';
import type { Hands } from './support/hands';
import { look } from './support/look';
import { killedInARace } from './support/race-crash';
import { playStep, standings, type Class } from './support/rounds';
import { enter, sit, withFingers, withKeys, type Seated } from './support/seat';
import type { BoardRow, Outcome } from './support/shown';
import { lessons } from '../support/lessons';

const lesson = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;
const FIRST_RACE = lesson.steps.findIndex(({ kind }) => kind === 'race');

test('a teacher and three phones play the long lesson, one by keyboard alone and one in English, and what is kept agrees with what was shown', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const room = await Classroom.open(browser);
  const { desk } = room;
  try {
    const code = await room.start(lesson.title.it);
    const screen = await room.projector();
    const ada = await comeIn(await withFingers(room, 'it'), code);
    const bo = await comeIn(await withKeys(room, 'it'), code);
    const cy = await comeIn(await withFingers(room, 'en'), code);
    const together: Class = { room, screen, students: [ada, bo, cy], foreign: cy };
    const outcomes: Outcome[][] = [];
    const boards: BoardRow[][] = [];
    for (const [index, step] of lesson.steps.entries())
      await test.step(`${index + 1} ${step.title.it}`, async () => {
        await room.press(index === 0 ? 'desk_next_start' : 'desk_next_step');
        const name = `long-${String(index + 1).padStart(2, '0')}-${step.id}`;
        const played = await playStep(together, step, name, () => everybody(together, step, index));
        outcomes.push(played.outcomes);
        boards.push(played.board);
      });
    const podium = await crowned(together);
    expect(podium).toEqual(boards.at(-1));
    await ended(together, podium);

    await desk.getByRole('link', { name: it('desk_stage_review') }).click();
    await expect(desk.getByRole('heading', { name: it('review_story') })).toBeVisible();
    const seen = { names: together.students.map(({ name }) => name), outcomes, boards, podium };
    await reviewAgrees(desk, seen);
    await look(desk, 'long-review');
    await replayed(desk, boards);
    await look(desk, 'long-replay');
    await tablesAgree(desk, lesson, seen);
  } finally {
    await room.close();
  }
});

async function comeIn(hands: Hands, code: string): Promise<Seated> {
  await enter(hands, code);
  return sit(hands);
}

/** All three answer at once, not everybody well: the board has something to say. In the first race the server dies. */
async function everybody({ room, students }: Class, step: Step, index: number): Promise<void> {
  if (index === FIRST_RACE) return killedInARace(room, students, step.config);
  const how = (student: number) => (student > 0 && (index + student) % 3 === 0 ? 'somehow' : 'well');
  await Promise.all(students.map(({ hands }, student) => answer(hands, step, how(student))));
}

/** The podium on the projector holds whom the phones say; answers with what the phones say. */
async function crowned({ room, screen, students }: Class): Promise<BoardRow[]> {
  await room.press('desk_next_podium');
  for (const { hands } of students)
    await expect(hands.page.getByText(words(hands.locale, 'student_podium_title'))).toBeVisible();
  const podium = await standings(students);
  for (const row of podium) await standsOn(screen, row);
  return podium;
}

async function standsOn(screen: Page, { name, rank, points }: BoardRow): Promise<void> {
  const place = screen.locator(`.podium > li[data-rank="${rank}"]`);
  await expect(place).toContainText(name);
  await expect(place).toContainText(`${points} ${it('screen_points')}`);
}

/** After the end each phone keeps showing what it showed at the podium. */
async function ended({ room, students }: Class, podium: readonly BoardRow[]): Promise<void> {
  await room.press('desk_next_end');
  await room.desk.getByRole('button', { name: it('desk_end_button') }).click();
  for (const { hands } of students) {
    await expect(hands.page.getByText(words(hands.locale, 'student_ended_title'))).toBeVisible();
    await look(hands.page, `long-ended-${hands.locale}`);
  }
  expect(await standings(students)).toEqual(podium);
}
