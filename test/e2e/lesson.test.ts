import { expect, test, type Page } from '@playwright/test';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { border, ground, inForcedColours } from './support/forced-colours';
import { heldAnyhow } from './support/held';
import { fitting, look, lookTwice, picture } from './support/look';
import { answerSomehow, answerWell, send } from './support/students';
import { FINGER, MOUSE, pressable } from './support/targets';

const DESK = { width: 1440, height: 900 };
/** What a desk's browser says its window is at 300 %. */
const ZOOMED = { width: 480, height: 300 };

/** The step in which one student turns the knobs and sends nothing. */
const UNSENT = 1;

// Whatever moves is seen moving here.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('a teacher and two phones play the lesson to the podium, and a pulled plug costs nobody an answer', async ({
  browser,
}) => {
  const room = await Classroom.open(browser);
  try {
    await look(room.desk, 'desk-home');
    const entrance = await room.phone();
    expect(await entrance.evaluate(() => window.isSecureContext)).toBe(false);
    await look(entrance, 'phone-join');
    const code = await room.start();
    const screen = await room.projector();
    await expect(screen.getByText(it('screen_join_title'))).toBeVisible();
    await look(screen, 'screen-lobby');
    await inForcedColours(screen, () => whiteBehindQr(screen));
    const ada = await room.student(code);
    const bo = await room.student(code);
    await bo.page.setViewportSize({ width: 1024, height: 768 });
    await expect(room.desk.getByText(ada.name).first()).toBeVisible();
    await look(ada.page, 'phone-lobby');
    await look(room.desk, 'desk-lobby');
    await pressable(ada.page, FINGER, 'the lobby');
    await pressable(room.desk, MOUSE, 'the desk');

    for (let step = 0; step < 5; step++) {
      // What surrounds the controls is the same in each step; the controls of each kind are looked at in lecture.test.ts.
      const [see, both] = step === 0 ? [look, lookTwice] : [picture, picture];
      await room.press(step === 0 ? 'desk_next_start' : 'desk_next_step');
      await see(screen, `screen-${step}-waiting`);
      await room.press('desk_next_open');
      await expect.poll(() => ada.page.evaluate(() => scrollY)).toBe(0);
      await answerWell(ada.page, step);
      await see(ada.page, `phone-${step}-ready`);
      // Not in the first step: its time is short, and it is looked at more closely.
      if (step > 0) {
        await pressable(ada.page, FINGER, `step ${step}`);
        await heldAnyhow(ada.page, `phone-${step}`);
      }
      if (step === 4) await inForcedColours(ada.page, (palette) => pickedStandsOut(ada.page, palette));
      await see(bo.page, `tablet-${step}-open`);
      await send(ada.page);
      await see(ada.page, `phone-${step}-sent`);
      if (step === 2) await plugPulled(room, screen, ada.page, bo.page, step);
      else if (step === UNSENT) await answerSomehow(bo.page, step);
      else await sendSomehow(bo.page, step);
      if (step === 0) await gathered(screen, 2);
      await see(screen, `screen-${step}-open`);
      await see(room.desk, `desk-${step}-open`);
      await room.press('desk_next_close');
      await expect(ada.page.getByText(it('student_closed'))).toBeVisible();
      if (step === UNSENT) await expect(bo.page.getByText(it('student_closed_unsent'))).toBeVisible();
      await see(screen, `screen-${step}-closed`);
      if (step === 0) await inForcedColours(screen, (palette) => votesStandOut(screen, palette));
      await room.press('desk_next_reveal');
      if (step === 0) await rightBeforeWhy(screen);
      await expect(ada.page.getByText(it('student_right'))).toBeVisible();
      if (step === UNSENT) await toldAsUnsent(room, bo);
      await see(ada.page, `phone-${step}-revealed`);
      await see(bo.page, `tablet-${step}-revealed`);
      await both(screen, `screen-${step}-revealed`);
      await both(room.desk, `desk-${step}-revealed`);
      await room.press('desk_next_board');
      await expect(ada.page.getByText(it('student_top_title'))).toBeVisible();
      await see(screen, `screen-${step}-board`);
      await ada.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    }
    await room.press('desk_next_podium');
    await expect(ada.page.getByText(it('student_podium_title'))).toBeVisible();
    await lookTwice(ada.page, 'phone-podium');
    await lookTwice(screen, 'screen-podium');
    await look(room.desk, 'desk-podium');
    await room.desk.setViewportSize(ZOOMED);
    await fitting(room.desk, 'desk-at-300-percent');
    await room.desk.setViewportSize(DESK);
    const shown = { ada: await points(ada.page), bo: await points(bo.page) };
    await room.press('desk_next_end');
    await room.desk.getByRole('button', { name: it('desk_end_button') }).click();
    await expect(ada.page.getByText(it('student_ended_title'))).toBeVisible();
    await look(ada.page, 'phone-ended');
    await look(screen, 'screen-ended');

    await room.desk.getByRole('link', { name: it('desk_stage_review') }).click();
    const line = (name: string) => room.desk.getByRole('row').filter({ hasText: name }).first();
    await expect(line(ada.name)).toContainText(shown.ada);
    await expect(line(bo.name)).toContainText(shown.bo);
    await room.desk.getByRole('button', { name: it('review_path_open', { name: bo.name }) }).click();
    await expect(room.desk.getByText(it('common_sent_by_close'))).toHaveCount(1);
    await look(room.desk, 'review');
  } finally {
    await room.close();
  }
});

/** Phone and desk tell a word about an answer that nobody sent. */
async function toldAsUnsent(room: Classroom, { page, name }: { page: Page; name: string }): Promise<void> {
  await expect(page.getByLabel(it('student_your_result'))).toContainText(it('common_sent_by_close'));
  const rows = room.desk.getByRole('listitem').filter({ hasText: name });
  await expect(rows.filter({ hasText: it('common_sent_by_close') })).toHaveCount(1);
}

async function sendSomehow(page: Page, step: number): Promise<void> {
  await answerSomehow(page, step);
  await send(page);
}

/** Kills the server in an open step, lets a phone answer into the void, and starts it again. Nobody taps anything. */
async function plugPulled(room: Classroom, screen: Page, ada: Page, bo: Page, step: number): Promise<void> {
  await room.server.kill();
  await expect(ada.getByText(it('common_reconnecting'))).toBeVisible();
  await look(ada, 'phone-reconnecting');
  await look(room.desk, 'desk-reconnecting');
  await look(screen, 'screen-reconnecting-step');
  await answerSomehow(bo, step);
  await send(bo, { stored: true });
  await room.server.restart();
  for (const phone of [ada, bo]) {
    await expect(phone.getByText(it('common_reconnecting'))).toBeHidden();
    await expect(phone.getByRole('button', { name: it('activities_received') })).toBeVisible();
  }
  await expect(room.desk.getByText(it('desk_reconnecting'))).toBeHidden();
}

/** What is picked, and the time that is left, are seen by who has a palette of their own. */
async function pickedStandsOut(phone: Page, palette: string): Promise<void> {
  const options = phone.getByRole('main').locator('label');
  const picked = options.filter({ has: phone.locator(':checked') });
  const others = options.filter({ hasNot: phone.locator(':checked') });
  expect(await border(picked.first())).not.toBe(await border(others.first()));
  expect(await ground(picked.locator('.box').first())).not.toBe(await ground(others.locator('.box').first()));
  expect(await ground(phone.locator('.countdown > .line'))).not.toBe(await ground(phone.locator('body')));
  await picture(phone, `phone-forced-${palette}`);
}

/** While a choice is open its answers are dots that stand at no option. */
async function gathered(screen: Page, answers: number): Promise<void> {
  await expect(screen.locator('.gathering circle:not(.empty)')).toHaveCount(answers);
  await expect(screen.locator('.lane')).toHaveCount(0);
}

/** A class's votes are seen by who has a palette of their own. */
async function votesStandOut(screen: Page, palette: string): Promise<void> {
  const dots = screen.locator('.lane circle');
  await expect(dots).toHaveCount(2);
  const canvas = await ground(screen.locator('body'));
  for (const dot of await dots.all()) await expect(dot).not.toHaveCSS('fill', canvas);
  await picture(screen, `screen-forced-${palette}`);
}

/** What is right stands in the picture before words say why; a page that comes later has both at once. */
async function rightBeforeWhy(screen: Page): Promise<void> {
  const why = screen.getByRole('heading', { name: it('screen_revealed') });
  await expect(screen.locator('li.right')).toContainText(it('activities_right'));
  expect(await why.count()).toBe(0);
  await expect(why).toBeVisible();
  const width = async (of: string) => (await screen.locator(of).boundingBox())?.width ?? 0;
  expect((await width('main > .picture')) / (await width('main'))).toBeGreaterThan(0.66);
}

/** Cameras find a QR that is dark on white, whatever the palette. */
async function whiteBehindQr(screen: Page): Promise<void> {
  expect(await ground(screen.locator('.qr .qr'))).toBe('rgb(255, 255, 255)');
  await expect(screen.locator('.qr path')).toHaveCSS('fill', 'rgb(27, 26, 23)');
}

/** The points that a phone shows its owner. */
const points = (page: Page): Promise<string> =>
  page
    .getByLabel(it('student_your_result'))
    .locator('div')
    .filter({ has: page.getByText(it('student_points_label'), { exact: true }) })
    .getByRole('definition')
    .innerText();
