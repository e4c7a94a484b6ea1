import { expect, test, type Page } from '@playwright/test';
import { STEP_AFTER } from '#shared/session/podium';
import { it, words } from '../support/words';
import { Classroom } from './support/classroom';
import { border, ground, inForcedColours } from './support/forced-colours';
import { heldAnyhow } from './support/held';
import { fitting, look, lookTwice, picture } from './support/look';
import { answerSomehow, answerWell, send } from './support/students';
import { FINGER, MOUSE, pressable } from './support/targets';

const DESK = { width: 1440, height: 900 };
/** What a desk's browser says its window is at 300 %. */
const ZOOMED = { width: 480, height: 300 };

/** Choices and gates; the other kinds are played in lecture.test.ts. */
const PLAYED = 5;
/** The step in which one student turns the knobs and sends nothing: they leave a mistake that has a name. */
const UNSENT = 1;
/** The step that begins with the weights of the one before. */
const FROM_AND = 3;

// Whatever moves is seen moving here.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('a teacher and two phones play the lesson’s first half and go to the podium, and a pulled plug costs nobody an answer', async ({
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
    await followed(room.desk, screen);
    const ada = await room.student(code);
    const bo = await room.student(code);
    await bo.page.setViewportSize({ width: 1024, height: 768 });
    await expect(room.desk.getByText(ada.name).first()).toBeVisible();
    await warmsUp(screen, ada.page);
    await look(ada.page, 'phone-lobby');
    await look(room.desk, 'desk-lobby');
    await pressable(ada.page, FINGER, 'the lobby');
    await pressable(room.desk, MOUSE, 'the desk');

    for (let step = 0; step < PLAYED; step++) {
      // What surrounds the controls is the same in each step; the controls of each kind are looked at in lecture.test.ts.
      const [see, both] = step === 0 ? [look, lookTwice] : [picture, picture];
      await room.press(step === 0 ? 'desk_next_start' : 'desk_next_step');
      await see(screen, `screen-${step}-waiting`);
      await room.press('desk_next_open');
      await expect.poll(() => ada.page.evaluate(() => scrollY)).toBe(0);
      if (step === FROM_AND)
        await expect(ada.page.getByRole('slider', { name: it('neuron_bias') })).toHaveValue('-15');
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
      if (step === 0) {
        await room.desk.getByRole('button', { name: it('desk_show_picture_long') }).click();
        await inForcedColours(screen, (palette) => votesStandOut(screen, palette));
      }
      await room.press('desk_next_reveal');
      if (step === 0) await rightBeforeWhy(screen);
      await expect(ada.page.getByText(it('student_right'))).toBeVisible();
      if (step === UNSENT) {
        await toldAsUnsent(room, bo);
        await namedForClass(room.desk, screen, ada.page, bo.page);
      }
      await see(ada.page, `phone-${step}-revealed`);
      await see(bo.page, `tablet-${step}-revealed`);
      await both(screen, `screen-${step}-revealed`);
      await both(room.desk, `desk-${step}-revealed`);
      await room.press('desk_next_board');
      await expect(ada.page.getByText(it('student_top_title'))).toBeVisible();
      await expect(screen.locator('.board .gained').first()).toContainText('+');
      await see(screen, `screen-${step}-board`);
      if (step === 4) await inForcedColours(screen, (palette) => firstStandsOut(screen, palette));
      await ada.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    }
    await rises(room, screen, ada.page);
    await lookTwice(ada.page, 'phone-podium');
    await lookTwice(screen, 'screen-podium');
    await inForcedColours(screen, (palette) => stepsStandOut(screen, palette));
    await inForcedColours(ada.page, (palette) => ownStandsOut(ada.page, palette));
    await look(room.desk, 'desk-podium');
    await room.desk.setViewportSize(ZOOMED);
    await fitting(room.desk, 'desk-at-300-percent');
    await room.desk.setViewportSize(DESK);
    const shown = { ada: await points(ada.page), bo: await points(bo.page) };
    await room.press('desk_next_end');
    await room.desk.getByRole('button', { name: it('desk_end_button') }).click();
    await expect(ada.page.getByText(it('student_ended_title'))).toBeVisible();
    await look(ada.page, 'phone-ended');
    await expect(screen.locator('.drawings svg')).toHaveCount(3);
    await expect(screen.getByText(`/play/${code}`)).toBeVisible();
    for (const { name } of [ada, bo]) await expect(screen.getByText(name)).toHaveCount(0);
    await lookTwice(screen, 'screen-ended');

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

/** The projector is in the desk's language and theme at once, or as the desk has fixed it. */
async function followed(desk: Page, screen: Page): Promise<void> {
  const night = desk.getByRole('button', { name: it('common_theme_night') });
  const shownIn = (theme: string) => expect(screen.locator('html')).toHaveAttribute('data-theme', theme);
  await desk.getByRole('button', { name: 'English' }).click();
  await expect(screen.getByText(words('en', 'screen_join_title'))).toBeVisible();
  await desk.getByRole('button', { name: 'Italiano' }).click();
  await expect(screen.getByText(it('screen_join_title'))).toBeVisible();
  await night.click();
  await shownIn('night');
  await picture(screen, 'screen-lobby-night');
  await desk.getByRole('button', { name: it('desk_more'), exact: true }).click();
  const now = it('desk_look', { language: 'Italiano', theme: it('desk_look_night').toLowerCase() });
  await desk.getByRole('menuitem', { name: now }).click();
  await desk.getByRole('radio', { name: it('desk_look_paper') }).check();
  await shownIn('paper');
  await look(desk, 'desk-look-box');
  await desk.getByRole('button', { name: it('common_close') }).click();
  await night.click();
  await desk.getByRole('button', { name: 'English' }).click();
  await desk.getByRole('button', { name: 'Italiano' }).click();
  await expect(screen.getByText(it('screen_join_title'))).toBeVisible();
  expect(await screen.evaluate(() => localStorage.getItem('trainoff-theme'))).toBeNull();
}

/** What a phone turns in the lobby is drawn on the projector, beside a code and a QR that stay as large. */
async function warmsUp(screen: Page, phone: Page): Promise<void> {
  const sizes = () =>
    screen.evaluate(() => [
      getComputedStyle(document.querySelector('.code') as Element).fontSize,
      (document.querySelector('main .qr') as Element).getBoundingClientRect().width,
    ]);
  const before = await sizes();
  await phone.getByRole('slider').fill('40');
  await expect(
    screen.getByRole('img', { name: it('screen_warm_ups_picture', { lines: '1' }) }),
  ).toBeVisible();
  await picture(screen, 'screen-lobby-warm');
  expect(await sizes()).toEqual(before);
}

/** The lower step comes first, and the phone tells no place before the projector does. */
async function rises(room: Classroom, screen: Page, phone: Page): Promise<void> {
  const first = screen.locator('.podium > li[data-rank="1"]');
  for (const page of [screen, phone]) await standStill(page);
  await room.jump('podium');
  await expect(screen.locator('.podium > li[data-rank="2"]')).toBeVisible();
  await expect(phone.getByText(it('student_podium_soon'))).toBeVisible();
  await expect(first).toHaveCount(0);
  await expect(phone.getByLabel(it('student_your_result'))).toHaveCount(0);
  for (const page of [screen, phone]) await page.clock.runFor(STEP_AFTER);
  await expect(first).toBeVisible();
  await expect(phone.getByLabel(it('student_your_result'))).toBeVisible();
  for (const page of [screen, phone]) await page.clock.resume();
  await screen.reload();
  await expect(screen.locator('.podium > li')).toHaveCount(2);
}

/** Loads a page anew with a clock that stands still once it is there: how busy the machine is does not matter then. */
async function standStill(page: Page): Promise<void> {
  await page.clock.install();
  await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.clock.pauseAt(Date.now() + 500);
}

/** Phone and desk tell a word about an answer that nobody sent. */
async function toldAsUnsent(room: Classroom, { page, name }: { page: Page; name: string }): Promise<void> {
  await expect(page.getByLabel(it('student_your_result'))).toContainText(it('common_sent_by_close'));
  const rows = room.desk.getByRole('listitem').filter({ hasText: name });
  await expect(rows.filter({ hasText: it('common_sent_by_close') })).toHaveCount(1);
}

/** The class reads its own mistake with its number, and who made it reads it first. */
async function namedForClass(desk: Page, screen: Page, ada: Page, bo: Page): Promise<void> {
  const number = it('common_mistake_count', { count: '1', of: '2' });
  for (const page of [desk, screen, ada, bo]) {
    await expect(page.getByRole('listitem').filter({ hasText: `${number}:` })).toBeVisible();
    await expect(page.getByText(it('common_mistake_elsewhere'))).toBeHidden();
  }
  await expect(bo.getByText(it('common_mistake_yours'))).toBeVisible();
  await expect(ada.getByText(it('common_mistake_yours'))).toBeHidden();
  await expect(bo.getByLabel(it('student_your_result'))).toContainText(
    it('neuron_rows', { right: '1', of: '2' }),
  );
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

/** The board's first line, the podium's steps and one's own line are framed in a palette of one's own. */
async function firstStandsOut(screen: Page, palette: string): Promise<void> {
  const [first, second] = [screen.locator('.board > li').first(), screen.locator('.board > li').nth(1)];
  expect(await border(first)).not.toBe(await border(second));
  await picture(screen, `screen-board-forced-${palette}`);
}

async function stepsStandOut(screen: Page, palette: string): Promise<void> {
  const steps = screen.locator('.podium .step');
  for (const step of await steps.all()) await expect(step).toHaveCSS('border-top-style', 'solid');
  expect(await ground(steps.first())).not.toBe(await ground(steps.nth(1)));
  await picture(screen, `screen-podium-forced-${palette}`);
}

async function ownStandsOut(phone: Page, palette: string): Promise<void> {
  const rows = phone.locator('ol.top > li');
  expect(await border(phone.locator('ol.top > li.you'))).not.toBe(await border(rows.last()));
  await picture(phone, `phone-podium-forced-${palette}`);
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
