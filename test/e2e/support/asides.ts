import { expect } from '@playwright/test';
import type { AskedPrediction } from '#shared/lessons/asides';
import type { Step } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import type { Hands } from '../../support/hands';
import { it, words } from '../../support/words';
import type { look } from './look';
import type { Class } from './rounds';

/** What the student with this number expects: neighbours expect different things. */
const expectedBy = ({ options }: AskedPrediction, student: number) =>
  options[student % options.length] as AskedPrediction['options'][number];

/** Before the step opens everybody says with their own hands what they expect, and how sure they are. */
export async function foresee(
  { room, screen, students }: Class,
  { prediction }: Step,
  name: string,
  see: typeof look,
): Promise<void> {
  if (!prediction) return;
  await Promise.all(students.map(({ hands }, student) => say(hands, prediction, student)));
  const all = String(students.length);
  for (const page of [screen, room.desk])
    await expect(page.getByText(it('asides_predicted', { predicted: all, seats: all }))).toBeVisible();
  await see(students[0].hands.page, `${name}-phone-asked`);
  await see(screen, `${name}-screen-asked`);
}

async function say({ page, locale, pick }: Hands, prediction: AskedPrediction, student: number) {
  const { text } = expectedBy(prediction, student);
  await expect(page.getByRole('heading', { name: inLanguage(prediction.question, [locale]) })).toBeVisible();
  await pick(page.getByRole('radio', { name: inLanguage(text, [locale]), exact: true }));
  await pick(page.getByRole('radio', { name: words(locale, 'asides_sure'), exact: true }));
  await expect(page.getByText(words(locale, 'asides_noted'))).toBeVisible();
}

/** The teacher gives every hint of an open step; each comes to the projector and, in its own language, to each phone. */
export async function giveHints(
  { room, screen, students }: Class,
  { hints = [] }: Step,
  name: string,
  see: typeof look,
): Promise<void> {
  for (const { text } of hints) {
    await room.desk.keyboard.press('h');
    await expect(screen.getByText(inLanguage(text, ['it']))).toBeVisible();
    for (const { hands } of students)
      await expect(hands.page.getByText(inLanguage(text, [hands.locale]))).toBeVisible();
  }
  if (hints.length > 0) await see(students[0].hands.page, `${name}-phone-hints`);
}

/** At the reveal everybody sees what came beside what the class had expected, and on a phone which of it was one's own. */
export async function expectedBeside({ screen, students }: Class, { prediction }: Step): Promise<void> {
  if (!prediction) return;
  for (const [student, { hands }] of students.entries()) await besideOnPhone(hands, prediction, student);
  await expect(screen.getByRole('heading', { name: it('asides_expected') })).toBeVisible();
}

async function besideOnPhone({ page, locale }: Hands, prediction: AskedPrediction, student: number) {
  await expect(page.getByRole('heading', { name: words(locale, 'asides_expected') })).toBeVisible();
  const marked = (mark: string) => page.getByRole('listitem').filter({ hasText: mark });
  const mine = `${words(locale, 'asides_yours')} · ${words(locale, 'asides_sure')}`;
  const { text } = expectedBy(prediction, student);
  await expect(marked(mine)).toContainText(inLanguage(text, [locale]));
  const came = prediction.options.find(({ id }) => id === prediction.came);
  if (came) await expect(marked(words(locale, 'asides_came'))).toContainText(inLanguage(came.text, [locale]));
}
