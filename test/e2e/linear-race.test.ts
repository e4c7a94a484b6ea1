import type { Page } from '@playwright/test';
import { inLanguage, type Locale } from '#shared/text';
import type { Step } from '#shared/lessons/lesson';
import { config, linearLesson, quick } from '../support/linear-lesson';
import { build } from '../kinds/race';
import { it, words } from '../support/words';
import { sendIt } from './support/answers';
import { heldAnyhow } from './support/held';
import { look } from './support/look';
import { expect, test } from './support/test';
import { startScratch } from './support/scratch';
import { enter, sit, withFingers } from './support/seat';
import { boardOn, outcomeOf } from './support/shown';

const [step] = linearLesson.steps;

test('a class races linear networks from the first look to the board', async ({ room }) => {
  const code = await startScratch(room, linearLesson);
  const screen = await room.projector();
  const hands = await withFingers(room, 'it');
  await enter(hands, code);
  const { name } = await sit(hands);
  const { page } = hands;

  await room.press('desk_next_start');
  await room.press('desk_next_open');
  await expect(page.getByText(inLanguage((step as Step).task, ['it']))).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(2);
  await build(hands, config, quick);
  await look(page, 'linear-phone-open');
  await heldAnyhow(page, 'linear-phone');

  await tried(page, 'it');
  await lookedInside(page);

  await sendIt(hands, step as Step);
  const sent = page.getByRole('tabpanel').getByRole('listitem');
  await expect(sent).toContainText(it('race_linear_shape'));
  await expect(sent).toContainText(/[89]\d,\d\s?%/);
  await expect(screen.getByText(it('screen_trained', { done: '1', of: '1' }))).toBeVisible();
  // Who leads stands beside its curve; how it does it, nowhere yet.
  const picture = screen.locator('.race');
  await expect(picture.locator('.beside')).toContainText(/^\s*In testa\s*[89]\d,\d\s?%/);
  await expect(picture.locator('.map')).toHaveCount(0);
  await expect(picture).not.toContainText(it('race_linear_shape'));
  await look(screen, 'linear-screen-open');

  await room.press('desk_next_close');
  await expect(picture.locator('.map').first()).toBeVisible();
  await expect(picture).toContainText(it('race_linear_shape'));
  await look(screen, 'linear-screen-closed');
  await room.press('desk_next_reveal');
  const { verdict, points } = await outcomeOf(page, 'it');
  expect(verdict).toBe('right');
  expect(points).toBeGreaterThan(900);
  await expect(page.getByText(it('race_after_title'))).toBeVisible();
  // What the server measured stands above; below, what the phone finds out by itself.
  await expect(
    page.getByRole('heading', { name: /^[89]\d,\d% / }).filter({ hasText: it('race_private') }),
  ).toBeVisible();
  await expect(page.getByText(new RegExp(`${it('race_private')}\\s+[89]\\d,\\d%`))).toBeVisible();
  await look(page, 'linear-phone-revealed');
  await expect(picture).toContainText(it('race_screen_winner'));
  await expect(picture).toContainText(it('race_accuracy_private'));
  await look(screen, 'linear-screen-revealed');
  await room.press('desk_next_board');
  await expect.poll(() => boardOn(screen)).toEqual([{ rank: 1, name, right: 1, points }]);
});

/** The trial trains on the phone itself, up to its last epoch. */
async function tried(page: Page, locale: Locale): Promise<void> {
  await page.getByRole('button', { name: words(locale, 'race_start') }).tap();
  await expect(page.getByRole('button', { name: words(locale, 'race_again') })).toBeVisible();
}

/** Behind a tap on the map stand the neuron's own numbers. */
async function lookedInside(page: Page): Promise<void> {
  await page.getByRole('button', { name: it('race_inside_open') }).tap();
  const sheet = page.getByRole('dialog', { name: it('race_inside') });
  await expect(sheet.getByRole('heading', { name: it('race_inside_output') })).toBeVisible();
  await expect(sheet.getByText(/^b ?[+−]\d+,\d\d$/)).toBeVisible();
  await look(page, 'linear-phone-inside');
  await sheet.getByRole('button', { name: it('common_close') }).tap();
  await expect(sheet).toBeHidden();
}
