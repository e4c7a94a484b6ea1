import { expect, test, type Page } from '@playwright/test';
import { bindStep } from '#shared/activities/registry';
import type { Lesson } from '#shared/lessons/lesson';
import { rng } from '#shared/rng';
import type { DeskView, PhoneView } from '#shared/session/views';
import { activityOf } from '../support/bound';
import { freshToken, Player } from '../support/player';
import { builtId } from '../support/server';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { look, picture } from './support/look';
import { lessons } from '../support/lessons';

const lesson = lessons[0] as Lesson;
/** What only is shown has nothing to compare. */
const asked = lesson.steps.filter(({ kind }) => 'answers' in activityOf(kind));
const NAMES = ['Mira', 'Xanthippe', 'Omar', 'Zoë', '=1+1', 'Beatrice Fiorentina'];
const bots = ['knows', 'constant', 'random'] as const;

/** What a simulated student answers at a step. */
function answerOf(step: number, student: number): unknown {
  const activity = bindStep(lesson.steps[step] as Lesson['steps'][number]);
  if (!activity.ok) throw new Error(activity.error);
  const bot = bots[(step + student) % bots.length] ?? 'knows';
  return activity.value.answers?.bots[bot](rng(`${step}/${student}`, 'bot'), '');
}

interface Seat {
  readonly name: string;
  readonly token: string;
  readonly player: Player<PhoneView>;
}

async function sit(room: Classroom, code: string, name: string): Promise<Seat> {
  const token = freshToken();
  const identity = { role: 'phone', code, token } as const;
  const player = new Player<PhoneView>(room.server.base, identity, { build: builtId() });
  await player.arrived();
  expect(await player.command({ type: 'join', name })).toMatchObject({ ok: true });
  return { name, token, player };
}

/** Plays `steps` steps of the lesson from the desk's own socket, then ends it; somebody comes in time for the last. */
async function play(
  room: Classroom,
  seats: Seat[],
  steps: number,
  latecomer: () => Promise<Seat>,
): Promise<void> {
  const desk = await room.line();
  for (let answered = -1, done = false; !done;) {
    const view = desk.common as DeskView;
    const { stage, step, next } = view;
    const open = step?.phase === 'open' && stage.at === 'step' && stage.step !== answered;
    if (open && step) {
      answered = step.index;
      if (answered === steps - 1) seats.push(await latecomer());
      for (const [i, { player }] of seats.entries())
        if ((i + answered) % 5 !== 4)
          await player.command({ type: 'submit', step: answered, submission: answerOf(answered, i) });
    }
    done = stage.at === 'board' && answered === steps - 1;
    const before = desk.seq;
    expect(await desk.command(done ? { type: 'end' } : (next as never))).toMatchObject({ ok: true });
    await desk.until(({ seq }) => seq > before);
  }
  desk.close();
  for (const { player } of seats) player.close();
}

/** One look first: a bar for each step, whose link opens its story, which is folded until then. */
async function glanced(page: Page): Promise<void> {
  const glance = page.getByRole('region', { name: it('review_glance'), exact: true });
  await expect(glance.locator('.steps > li')).toHaveCount(lesson.steps.length);
  const name = lesson.steps[1]?.title.it ?? '';
  const link = glance.getByRole('link', { name }).first();
  const story = page.getByRole('article', { name });
  await expect(story.locator('.told')).toBeHidden();
  await link.click();
  await expect(story.locator('.told')).toBeVisible();
  await expect(story.getByRole('button').first()).toBeFocused();
  await look(page, 'review-step');
}

/** The tables and the replay of a page in front of us, as a person would go through them. */
async function replayed(page: Page): Promise<void> {
  await page.getByRole('button', { name: it('review_replay_open') }).click();
  const line = page.getByRole('slider', { name: it('review_replay_line') });
  await expect(line).toBeVisible();
  // However the frame is scrolled to, the controls are in view.
  await page
    .locator('.frame')
    .first()
    .evaluate((frame) => frame.scrollIntoView({ block: 'center' }));
  await expect(line).toBeInViewport();
  await line.focus();
  await page.keyboard.press('PageDown');
  await expect(line).toHaveAttribute('aria-valuetext', /Si apre il passo 1/);
  await page.keyboard.press('PageDown');
  await expect(line).toHaveAttribute('aria-valuetext', /Si apre il passo 2/);
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuetext', /risponde al passo 2/);
  await page.keyboard.press('Space');
  await expect(line).toHaveAttribute('aria-valuetext', /La sessione finisce/);
  await expect(page.getByRole('button', { name: it('review_replay_play') })).toBeVisible();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
}

/** Puts the teacher where the day begins ten to fourteen hours before the server's; answers with the day there. */
async function farEast(page: Page): Promise<string> {
  const timezoneId = 'Pacific/Kiritimati';
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId });
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezoneId }).format(new Date());
}

/** A4 less its margins, in CSS pixels. */
const A4 = { width: 718, height: 1040 };

/** Printed from the night theme it is dark on light, and as wide as the sheet. */
async function onPaper(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.getByRole('button', { name: it('common_theme_night') }).click();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(A4);
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(27, 26, 23)');
  await expect(page.locator('.bar').first()).toHaveCSS('print-color-adjust', 'exact');
  await picture(page, 'review-printed');
  const cut = await page
    .locator('.scroll')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(cut).toBeLessThanOrEqual(0);
  // What is folded on the screen is printed.
  for (const told of await page.locator('article .told').all()) await expect(told).toBeVisible();
  await page.emulateMedia({ media: null });
  if (before) await page.setViewportSize(before);
  await page.getByRole('button', { name: it('common_theme_night') }).click();
}

/** The class reads the story by its link, without a name in it, until the link is taken back. */
async function shared(page: Page, room: Classroom): Promise<void> {
  await page.getByRole('button', { name: it('review_share_make') }).click();
  const field = page.getByLabel(it('review_share_link'));
  const link = new URL(await field.inputValue());
  await look(page, 'review-shared');
  const reader = await room.phone();
  await reader.goto(room.address + link.pathname + link.hash);
  await expect(reader.getByRole('heading', { name: lesson.title.it ?? '' })).toBeVisible();
  await expect(reader.getByRole('article')).toHaveCount(3);
  for (const name of NAMES) await expect(reader.locator('body')).not.toContainText(name);
  await look(reader, 'class-story');
  await page.getByRole('button', { name: it('review_share_take_back') }).click();
  await expect(page.getByRole('button', { name: it('review_share_make') })).toBeVisible();
  await reader.reload();
  await expect(reader.getByText(it('review_class_gone'))).toBeVisible();
  await look(reader, 'class-story-gone');
}

/** The same lesson, held once more, stands beside this one. */
async function compared(page: Page, room: Classroom): Promise<void> {
  const comparison = page.getByRole('region', { name: it('review_compare') });
  await expect(comparison).toContainText(it('review_compare_alone'));
  const review = page.url();
  await page.goto(`${room.address}/teach`);
  const code = await room.start(lesson.title.it);
  const seat = await sit(room, code, 'Wanda');
  await play(room, [seat], 2, () => sit(room, code, 'Lia'));
  await page.goto(review);
  await comparison.getByLabel(it('review_compare_with')).selectOption({ index: 1 });
  await expect(comparison.getByRole('row')).toHaveCount(1 + asked.length);
  await look(page, 'review-compared');
}

test('a lesson is looked back at: story, replay, tables, a student on the phone, and erased', async ({
  browser,
}) => {
  const room = await Classroom.open(browser);
  const page = room.desk;
  try {
    const code = await room.start(lesson.title.it);
    const session = /sessions\/([\w-]+)/.exec(page.url())?.[1] ?? '';
    const seats = await Promise.all(NAMES.map((name) => sit(room, code, name)));
    await play(room, seats, 3, () => sit(room, code, 'Lia'));

    const day = await farEast(page);
    await page.goto(`${room.address}/teach/sessions/${session}/review`);
    await expect(page.getByRole('heading', { name: it('review_story') })).toBeVisible();
    // One step of three is less than half: named, without a rank.
    await expect(page.getByRole('rowheader').filter({ hasText: /Lia/ })).toContainText(it('review_beside'));
    await look(page, 'review');
    await glanced(page);
    await page.getByRole('button', { name: it('review_order_hardest') }).click();
    await replayed(page);
    await look(page, 'review-replay');
    await page.setViewportSize({ width: 1024, height: 768 });
    await look(page, 'review-replay-1024');
    await onPaper(page);

    for (const [name, file] of [
      ['review_table_students', `trainoff-${day}-${code}-students.csv`],
      ['review_workbook', `trainoff-${day}-${code}.xlsx`],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: it(name) }).click();
      expect((await download).suggestedFilename()).toBe(file);
    }
    await shared(page, room);
    await compared(page, room);

    const phone = await room.phone();
    const { token } = seats[1] as Seat;
    await phone.evaluate(
      ([key, kept]) => {
        const result = {
          title: { it: 'Il primo neurone', en: '' },
          name: 'Xanthippe',
          place: null,
          counted: 3,
        };
        localStorage.setItem(`trainoff.play.${key}.since`, String(Date.now()));
        localStorage.setItem(`trainoff.play.${key}.token`, kept);
        localStorage.setItem(`trainoff.play.${key}.result`, JSON.stringify(result));
      },
      [code, token] as const,
    );
    await phone.goto(`${room.address}/play/${code}`);
    await expect(phone.getByRole('button', { name: it('review_own_open') })).toHaveCount(0);
    await phone.getByRole('button', { name: it('student_ended_mine', { name: 'Xanthippe' }) }).tap();
    await phone.getByRole('button', { name: it('review_own_open') }).tap();
    await expect(phone.getByRole('heading', { name: it('review_own_title') })).toBeVisible();
    await expect(phone.getByRole('article').first()).toBeVisible();
    await expect(phone.locator('body')).not.toContainText('Omar');
    await look(phone, 'own-review');

    await page.getByRole('button', { name: it('review_path_open', { name: 'Xanthippe' }) }).click();
    await page.getByRole('button', { name: it('review_erase_student', { name: 'Xanthippe' }) }).click();
    await look(page, 'review-erase-student');
    await page.getByRole('button', { name: it('review_erase_student_yes', { name: 'Xanthippe' }) }).click();
    await expect(page.getByRole('rowheader').filter({ hasText: it('review_erased') })).toBeVisible();
    await expect(page.locator('body')).not.toContainText('Xanthippe');

    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: it('review_keep') }).click();
    await expect(page.getByText(it('review_kept'))).toBeVisible();
    await page.goto(`${room.address}/teach`);
    await expect(page.getByText(it('review_stays_kept'), { exact: true })).toBeVisible();
    await page
      .getByRole('button', { name: /^Altro per la sessione/ })
      .last()
      .click();
    await look(page, 'past-sessions');
    await page.getByRole('menuitem', { name: it('review_erase_session') }).click();
    await look(page, 'past-sessions-erase');
    await page.getByRole('button', { name: it('review_erase_session_yes') }).click();
    await expect(page.getByText(it('review_stays_kept'), { exact: true })).toHaveCount(0);
  } finally {
    await room.close();
  }
});
