import { expect, type Page } from '@playwright/test';
import type { Submission as Network } from '#shared/activities/race/index';
import type { Locale } from '#shared/text';
import { words } from '../../support/words';
import { sendButton } from './answers';
import type { Classroom } from './classroom';
import { look } from './look';
import { build } from './networks';
import type { Seated } from './seat';

/** Three different networks, nearly as dear as the energy allows. */
const NETWORKS: readonly Network[] = [
  { layers: [8], rate: 0.2, epochs: 40 },
  { layers: [8], rate: 0.1, epochs: 40 },
  { layers: [4], rate: 0.05, epochs: 70 },
];

/** The runs that a phone lists under what it has sent. */
const runsOn = (page: Page) => page.getByRole('tabpanel').getByRole('listitem');

/** The moment in which a phone says that its network is in the race. */
const inTheRace = ({ hands }: Seated) => runsOn(hands.page).first().waitFor();

/**
 * Everybody sends a network, and the server is killed as soon as one of them is in the race. It starts again and nobody
 * taps anything: each phone shows its one run, with a result. (A training takes hundredths of a second: that one is
 * caught in the middle, and how many, is what `npm run test:faults -- --only training` tells.)
 */
export async function killedInARace(
  room: Classroom,
  students: readonly Seated[],
  config: unknown,
): Promise<void> {
  await Promise.all(students.map(({ hands }, i) => build(hands, config, NETWORKS[i] as Network)));
  const dead = Promise.any(students.map(inTheRace)).then(() => room.server.kill());
  await Promise.all(students.map(({ hands }) => hands.press(sendButton(hands))));
  await dead;
  for (const { hands } of students) await expect(away(hands.page, hands.locale)).toBeVisible();
  await look((students[0] as Seated).hands.page, 'long-race-reconnecting');
  await room.server.restart();
  for (const { hands } of students) await raced(hands.page, hands.locale);
}

/** What a phone says without a network, whether or not it holds an answer. */
const away = (page: Page, locale: Locale) =>
  page
    .getByText(words(locale, 'common_reconnecting'))
    .or(page.getByText(words(locale, 'student_answer_stored')))
    .first();

async function raced(page: Page, locale: Locale): Promise<void> {
  await expect(away(page, locale)).toBeHidden({ timeout: 30_000 });
  await expect(runsOn(page)).toHaveCount(1);
  await expect(runsOn(page)).toContainText(/\d\s?%/);
  await expect(runsOn(page)).toContainText(words(locale, 'race_run_counts'));
}
