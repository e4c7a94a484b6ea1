import { expect, test, type Locator, type Page } from '@playwright/test';
import { it, words } from '../support/words';
import { Classroom } from './support/classroom';
import { look } from './support/look';

const en = (key: string, given?: Readonly<Record<string, string>>) => words('en', key, given);

/** A lab computer: no touch, and here no mouse either. */
const LAB = { viewport: { width: 1366, height: 768 }, locale: 'en-GB' };

const MOST_TABS = 60;

/** Presses Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < MOST_TABS; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }));
  await page.keyboard.press('Enter');
}

async function move(page: Page, slider: number, key: string, times: number): Promise<void> {
  await tabTo(page, page.getByRole('slider').nth(slider));
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

test('a student in English joins and plays by keyboard alone', async ({ browser }) => {
  const room = await Classroom.open(browser);
  const context = await browser.newContext(LAB);
  try {
    const code = await room.start();
    const page = await context.newPage();
    await page.goto(room.address);
    await tabTo(page, page.getByLabel(en('student_join_label')));
    await page.keyboard.type(code);
    await press(page, en('student_enter'));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/in/);
    await room.openFirst();
    await expect(page.getByRole('radio').first()).toBeVisible();
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await press(page, en('activities_choice_send'));
    await expect(page.getByRole('button', { name: en('activities_received') })).toBeVisible();
    await look(page, 'lab-choice');
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    await room.press('desk_next_board');
    await room.press('desk_next_step');
    await room.press('desk_next_open');
    await move(page, 0, 'ArrowLeft', 2);
    await move(page, 1, 'ArrowRight', 1);
    await press(page, en('activities_perceptron_send_point'));
    await expect(page.getByRole('button', { name: en('activities_received') })).toBeVisible();
    await look(page, 'lab-not');
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    await expect(page.getByText(en('student_right'))).toBeVisible();
    await expect(room.desk.getByText(it('desk_next_board')).first()).toBeVisible();
  } finally {
    await context.close();
    await room.close();
  }
});
