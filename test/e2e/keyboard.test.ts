import { inLanguage } from '#shared/text';
import type { Step } from '#shared/lessons/lesson';
import type { Hands } from '../support/hands';
import { it, words } from '../support/words';
import { answer } from './support/answers';
import { keys } from './support/keys';
import { look } from './support/look';
import { enter } from './support/seat';
import { lessons } from '../support/lessons';
import { expect, test } from './support/test';

const [choice, not] = lessons.find(({ id }) => id === 'primi-passi')?.steps as [Step, Step];

/** A lab computer: no touch, and here no mouse either. */
const LAB = {
  viewport: { width: 1366, height: 768 },
  locale: 'en-GB',
  hasTouch: false,
  isMobile: false,
  deviceScaleFactor: 1,
};

/** In the middle of a lesson to another language and back. */
async function switched({ page, press }: Hands): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  const english = await title.innerText();
  // Beside it stands the student's own name.
  const choices = page.locator('summary').first();
  await press(choices);
  await press(page.getByRole('button', { name: 'Italiano' }));
  await expect(title).not.toHaveText(english);
  await press(page.getByRole('button', { name: 'English' }));
  await expect(title).toHaveText(english);
  await press(choices);
}

test('a student in English joins and plays by keyboard alone on a computer of the lab', async ({ room }) => {
  const code = await room.start();
  const hands = keys(await room.phone(undefined, LAB), 'en');
  await enter(hands, code);
  const name = await hands.page.getByLabel(words('en', 'student_name_offered')).innerText();
  await hands.page.keyboard.press('Enter');
  await expect(hands.page.getByText(words('en', 'student_lobby_in', { name }))).toBeVisible();
  await room.openFirst();
  const task = inLanguage(choice.task, ['en']);
  await expect(hands.page.getByRole('heading', { level: 1, name: task })).toBeFocused();
  await switched(hands);
  await answer(hands, choice, 'well');
  await look(hands.page, 'lab-choice');
  await room.press('desk_next_close');
  await room.press('desk_next_reveal');
  await expect(hands.page.getByText(words('en', 'student_right'))).toBeVisible();
  await room.press('desk_next_board');
  await room.press('desk_next_step');
  await room.press('desk_next_open');
  await answer(hands, not, 'well');
  await look(hands.page, 'lab-not');
  await room.press('desk_next_close');
  await room.press('desk_next_reveal');
  await expect(hands.page.getByText(words('en', 'student_right'))).toBeVisible();
  await expect(room.desk.getByText(it('desk_next_board')).first()).toBeVisible();
});
