import { expect, test, type Page } from '@playwright/test';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { whole } from '../../client/activities/kit/numbers';
import type { Hands } from '../support/hands';
import { activityOf } from '../support/bound';
import { controlsOf, testedKindOf } from '../support/kinds';
import { it, words } from '../support/words';
import { lookAtStories, replayed } from './support/afterwards';
import { reviewAgrees, tablesAgree, type Seen } from './support/agreement';
import { answer } from './support/answers';
import { Classroom } from './support/classroom';
import { look } from './support/look';
import { killedInARace } from './support/race-crash';
import { playStep, showStep, standings, type Class } from './support/rounds';
import { enter, sit, withFingers, withKeys, type Seated } from './support/seat';
import type { BoardRow } from './support/shown';
import { lessons } from '../support/lessons';

const lesson = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;

/** The first step of each kind and form of controls, or, where somebody has the time (`npm run test:lecture`), all. */
const first = new Map([...lesson.steps.entries()].reverse().map(([i, step]) => [controlsOf(step), i]));
const nameOf = (index: number) =>
  `long-${String(index + 1).padStart(2, '0')}-${(lesson.steps[index] as Step).id}`;
const answered = (index: number) => 'answers' in activityOf((lesson.steps[index] as Step).kind);
/** What the class thinks, which nothing is right about, is asked in opinions.test.ts. */
const isOpinion = (index: number) =>
  answered(index) && !('grades' in activityOf((lesson.steps[index] as Step).kind));
const everyStep = process.env.TRAINOFF_EVERY_STEP !== undefined;
const chosen = everyStep
  ? [...lesson.steps.keys()].filter((index) => !isOpinion(index))
  : [...first.values()].filter((index) => answered(index) && !isOpinion(index)).sort((a, b) => a - b);
const crash = chosen.find((index) => testedKindOf(lesson.steps[index] as Step).trains);

test('a teacher and three phones play a step of every kind, one by keyboard alone and one in English, and what is kept agrees with what was shown', async ({
  browser,
}) => {
  test.setTimeout(1_800_000);
  const room = await Classroom.open(browser);
  const { desk } = room;
  try {
    const code = await room.start(lesson.title.it);
    const screen = await room.projector();
    const ada = await comeIn(await withFingers(room, 'it'), code);
    const bo = await comeIn(await withKeys(room, 'it'), code);
    const cy = await comeIn(await withFingers(room, 'en'), code);
    const together: Class = { room, screen, students: [ada, bo, cy], foreign: cy };
    const rounds: Seen['rounds'][number][] = [];
    for (const index of chosen) {
      const step = lesson.steps[index] as Step;
      await test.step(`${index + 1} ${step.title.it}`, async () => {
        await room.jump(index);
        if (!answered(index)) return showStep(together, step, nameOf(index));
        const played = await playStep(together, step, nameOf(index), () => everybody(together, step, index));
        rounds.push({ step: index, ...played });
      });
    }
    await room.jump('podium');
    const podium = await crowned(together);
    expect(podium).toEqual(rounds.at(-1)?.board);
    await ended(together, podium);

    await desk.getByRole('link', { name: it('desk_stage_review') }).click();
    await expect(desk.getByRole('heading', { name: it('review_story') })).toBeVisible();
    const seen = { names: together.students.map(({ name }) => name), rounds, podium };
    await reviewAgrees(desk, seen);
    await look(desk, 'long-review');
    if (everyStep) await lookAtStories(desk, chosen.filter(answered), (index) => `${nameOf(index)}-review`);
    await replayed(desk, rounds);
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
async function everybody({ room, students }: Class, step: Step, index: number): Promise<number> {
  if (index === crash) {
    await killedInARace(room, students, step);
    return students.length;
  }
  const how = (student: number) => (student > 0 && (index + student) % 3 === 0 ? 'somehow' : 'well');
  await Promise.all(students.map(({ hands }, student) => answer(hands, step, how(student))));
  // Where an answer has parts, who answers somehow sends the first one.
  const whole = (student: number) => how(student) === 'well' || !testedKindOf(step).more;
  return students.filter((_, student) => whole(student)).length;
}

/** The podium on the projector holds whom the phones say; answers with what the phones say. */
async function crowned({ screen, students }: Class): Promise<BoardRow[]> {
  for (const { hands } of students)
    await expect(hands.page.getByText(words(hands.locale, 'student_podium_title'))).toBeVisible();
  const podium = await standings(students);
  for (const row of podium) await standsOn(screen, row);
  return podium;
}

async function standsOn(screen: Page, { name, rank, points }: BoardRow): Promise<void> {
  const place = screen.locator(`.podium > li[data-rank="${rank}"]`);
  await expect(place).toContainText(name);
  await expect(place).toContainText(`${whole(points, 'it')} ${it('screen_points')}`);
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
