import { expect, test, type Page } from '@playwright/test';
import type { Treatment } from '../support/filter';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { answerWell, send } from './support/students';

const STEPS = 5;

/** Whoever is told that a connection is missing; watched for from now on, also between two looks. */
async function watchForTrouble(pages: readonly Page[]): Promise<void> {
  const sentences = [it('common_reconnecting'), it('screen_reconnecting')];
  for (const page of pages)
    await page.evaluate((missing) => {
      const look = () => {
        const said = missing.find((sentence) => document.body.innerText.includes(sentence));
        if (said !== undefined) document.body.dataset.trouble = said;
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
    }, sentences);
}

const troubleOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.body.dataset.trouble);

/** Plays steps of the short lesson from the first one on. */
async function playSteps(room: Classroom, phone: Page, screen: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await room.press(step === 0 ? 'desk_next_start' : 'desk_next_step');
    await room.press('desk_next_open');
    await answerWell(phone, step);
    await send(phone);
    await expect(
      room.desk.getByText(it('desk_answered_of', { answered: '1', of: '1' })).first(),
    ).toBeVisible();
    await room.press('desk_next_close');
    await expect(phone.getByText(it('student_closed'))).toBeVisible();
    await room.press('desk_next_reveal');
    await expect(phone.getByText(it('student_right'))).toBeVisible();
    await room.press('desk_next_board');
    await expect(phone.getByText(it('student_top_title'))).toBeVisible();
    await expect(screen.locator('.board > li').first()).toBeVisible();
  }
}

/** From a board to the end, over the steps that are left. */
async function finish(room: Classroom, phone: Page, screen: Page): Promise<void> {
  await room.jump('podium');
  await expect(phone.getByText(it('student_podium_title'))).toBeVisible();
  await expect(screen.locator('.podium > li').first()).toBeVisible();
  await room.press('desk_next_end');
  await room.desk.getByRole('button', { name: it('desk_end_button') }).click();
  await expect(phone.getByText(it('student_ended_title'))).toBeVisible();
  await expect(screen.getByText(it('screen_ended'))).toBeVisible();
}

async function playThrough(
  room: Classroom,
  { steps }: { readonly steps: number },
): Promise<{ readonly phone: Page; readonly code: string }> {
  const code = await room.start();
  const screen = await room.projector();
  await expect(screen.getByText(it('screen_join_title'))).toBeVisible();
  const { page: phone } = await room.student(code);
  const all = [phone, screen, room.desk];
  await watchForTrouble(all);
  await playSteps(room, phone, screen, steps);
  if (steps === STEPS) await finish(room, phone, screen);
  expect(await Promise.all(all.map(troubleOf))).toEqual([undefined, undefined, undefined]);
  return { phone, code };
}

const asked = ({ filter }: Classroom) => filter?.asked ?? [];

for (const treatment of ['refuse', 'allow'] as const satisfies readonly Treatment[])
  test(`behind a filter that would ${treatment} websockets a phone, a projector and a desk play the lesson to its end`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const room = await Classroom.filtered(browser, treatment);
    try {
      await playThrough(room, { steps: STEPS });
      if (treatment === 'allow') expect(asked(room)).toEqual(['websocket', 'websocket', 'websocket']);
      else expect(asked(room).filter((how) => how === 'polling')).toHaveLength(3);
    } finally {
      await room.close();
    }
  });

for (const treatment of ['hang', 'swallow'] as const satisfies readonly Treatment[])
  test(`behind a filter that lets websockets ${treatment} they play a step, and the next visit goes straight to polling`, async ({
    browser,
  }) => {
    const room = await Classroom.filtered(browser, treatment);
    try {
      const { phone } = await playThrough(room, { steps: 1 });
      const before = asked(room).length;
      await phone.reload();
      await expect(phone.getByText(it('student_top_title'))).toBeVisible();
      expect(asked(room)[before]).toBe('polling');
    } finally {
      await room.close();
    }
  });
