import { expect } from '@playwright/test';
import type { Step } from '#shared/lessons/lesson';
import type { Hands } from '../../support/hands';
import { testedKindOf } from '../../support/kinds';
import { sendButton } from '../../support/sending';
import type { TrainedKind } from '../../support/tested-kind';
import { words } from '../../support/words';
import type { Classroom } from './classroom';
import { look } from './look';
import type { Seated } from './seat';

/**
 * Everybody sends a network, and the server is killed as soon as one of them is in the race. It starts again and nobody
 * taps anything: each phone shows its one run, with a result. (A training takes hundredths of a second: that one is
 * caught in the middle, and how many, is what `npm run test:faults -- --only training` tells.)
 */
export async function killedInARace(
  room: Classroom,
  students: readonly [Seated, ...Seated[]],
  step: Step,
): Promise<void> {
  const { trains } = testedKindOf(step);
  if (!trains) throw new Error(`nothing is trained in ${step.id}`);
  await Promise.all(students.map(({ hands }, i) => trains.chooseDear(hands, step.config, i)));
  const dead = Promise.any(students.map(({ hands }) => trains.runs(hands).first().waitFor())).then(() =>
    room.server.kill(),
  );
  await Promise.all(students.map(({ hands }) => hands.press(sendButton(hands))));
  await dead;
  for (const { hands } of students) await expect(away(hands)).toBeVisible();
  await look(students[0].hands.page, 'long-race-reconnecting');
  await room.server.restart();
  for (const { hands } of students) await raced(hands, trains);
}

/** What a phone says without a network, whether or not it holds an answer. */
const away = ({ page, locale }: Hands) =>
  page
    .getByText(words(locale, 'common_reconnecting'))
    .or(page.getByText(words(locale, 'student_answer_stored')))
    .first();

async function raced(hands: Hands, { runs, done }: TrainedKind<unknown>): Promise<void> {
  await expect(away(hands)).toBeHidden({ timeout: 30_000 });
  await expect(runs(hands)).toHaveCount(1);
  for (const told of done(hands)) await expect(runs(hands)).toContainText(told);
}
