import { expect, type Page } from '@playwright/test';
import type { Step } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import { controlsOf, testedKindOf } from '../../support/kinds';
import { it, words } from '../../support/words';
import { expectedBeside, foresee, giveHints } from './asides';
import type { Classroom } from './classroom';
import { look, lookTwice, picture } from './look';
import type { Seated } from './seat';
import { boardOn, inOrder, outcomeOf, standingOf, topOf, type BoardRow, type Outcome } from './shown';

const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 360, height: 615 };

/** A class in front of its screen. The first student's phone and the last one's are looked at. */
export interface Class {
  readonly room: Classroom;
  readonly screen: Page;
  readonly students: readonly [Seated, ...Seated[]];
  /** Plays in English. */
  readonly foreign: Seated;
}

/** Whoever plays every step has the time to look at each closely. */
const CLOSELY = process.env.TRAINOFF_EVERY_STEP !== undefined;

/** Controls that were looked at from all sides. */
const known = new Set<string>();

/** Each kind of page is looked at closely once; of the others there are pictures. */
function eyesFor(step: Step): typeof look {
  const controls = controlsOf(step);
  if (known.has(controls) && !CLOSELY) return picture;
  known.add(controls);
  return look;
}

/** Plays a step from what it asks before its opening to the board; `answers` says how many have answered it whole. Answers with how it went for each student, and with the board. */
export async function playStep(
  together: Class,
  step: Step,
  name: string,
  answers: () => Promise<number>,
): Promise<{ outcomes: Outcome[]; board: BoardRow[] }> {
  const { room, screen, students, foreign } = together;
  const { hands } = students[0];
  const phone = hands.page;
  const see = eyesFor(step);
  await foresee(together, step, name, see);
  await room.press('desk_next_open');
  await expect(
    foreign.hands.page.getByRole('heading', { name: inLanguage(step.task, ['en']) }),
  ).toBeVisible();
  await see(phone, `${name}-phone-open`);
  if (see === look) {
    await lookBehindTheTitle(phone, step, name);
    await testedKindOf(step).lookBehind?.(hands, (what) => look(phone, `${name}-phone-${what}`));
  }
  const sending = phone.locator('main .wide');
  await expect(sending).toBeInViewport({ ratio: 1 });
  await giveHints(together, step, name, see);
  // Hints push nothing off the screen.
  await expect(sending).toBeInViewport({ ratio: 1 });
  const answered = String(await answers());
  const of = String(students.length);
  await expect(room.desk.getByText(it('desk_answered_of', { answered, of })).first()).toBeVisible();
  await see(phone, `${name}-phone-sent`);
  await see(screen, `${name}-screen-open`);
  if (CLOSELY) await look(room.desk, `${name}-desk-open`);
  await room.press('desk_next_close');
  await expect(phone.getByText(it('student_closed'))).toBeVisible();
  // What a trial held in memory is given back.
  await expect.poll(() => phone.workers()).toEqual([]);
  if (see === look) await look(phone, `${name}-phone-closed`);
  await room.press('desk_next_reveal');
  const outcomes = await Promise.all(students.map(({ hands }) => outcomeOf(hands.page, hands.locale)));
  await expectedBeside(together, step);
  await lookAtAnswer(room.desk, screen, phone, see, name);
  await lookAbroad(foreign.hands.page, step, see === look ? name : null);
  await room.press('desk_next_board');
  return { outcomes, board: await boardEverywhere(students, screen) };
}

/** Shows a step that nobody answers; who is asked for a test tap taps. */
export async function showStep({ room, screen, students }: Class, step: Step, name: string): Promise<void> {
  for (const { hands } of students) {
    const { page, locale } = hands;
    await expect(page.getByRole('heading', { name: inLanguage(step.task, [locale]) })).toBeVisible();
    const tap = page.getByRole('button', { name: words(locale, 'slide_tap'), exact: true });
    if ((await tap.count()) === 0) continue;
    await hands.press(tap);
    await expect(page.getByRole('button', { name: words(locale, 'slide_tapped') })).toBeVisible();
  }
  await look(students[0].hands.page, `${name}-phone`);
  await lookTwice(screen, `${name}-screen`);
  await look(room.desk, `${name}-desk`);
}

async function lookAtAnswer(desk: Page, screen: Page, phone: Page, see: typeof look, name: string) {
  await see(phone, `${name}-phone-revealed`);
  if (see === picture) return picture(screen, `${name}-screen-revealed`);
  await lookTwice(screen, `${name}-screen-revealed`);
  await lookTwice(desk, `${name}-desk-revealed`);
}

/** The reasons are there in the other language too and, under `name`, on a tablet. */
async function lookAbroad(page: Page, { explanation }: Step, name: string | null): Promise<void> {
  await expect(page.getByText(inLanguage(explanation, ['en']))).toBeVisible();
  if (name === null) return;
  await page.setViewportSize(TABLET);
  await picture(page, `${name}-tablet-revealed`);
  await page.setViewportSize(PHONE);
}

/** The sentence of theory stands behind the step's title, and goes away again. */
async function lookBehindTheTitle(phone: Page, { title, theory }: Step, name: string): Promise<void> {
  const behind = phone.locator('summary').filter({ hasText: inLanguage(title, ['it']) });
  await behind.click();
  await expect(phone.getByText(inLanguage(theory, ['it']))).toBeVisible();
  await look(phone, `${name}-phone-theory`);
  await behind.click();
  await expect(phone.getByText(inLanguage(theory, ['it']))).toBeHidden();
}

/** The board as the first student's phone tells it; the other phones' lists and the projector agree. */
/** The board on the projector is that of every phone. */
export async function boardEverywhere(
  [first, ...others]: Class['students'],
  screen: Page,
): Promise<BoardRow[]> {
  const board = await topOf(first.hands.page);
  expect(board).toHaveLength(1 + others.length);
  for (const { hands } of others) expect(await topOf(hands.page)).toEqual(board);
  await expect.poll(() => boardOn(screen)).toEqual(board);
  return board;
}

/** Where each student stands, as their own phone says it. */
export async function standings(students: readonly Seated[]): Promise<BoardRow[]> {
  const rows = students.map(async ({ name, hands }) => ({
    name,
    ...(await standingOf(hands.page, hands.locale)),
  }));
  return inOrder(await Promise.all(rows));
}
