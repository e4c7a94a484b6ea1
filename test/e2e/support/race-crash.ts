import { expect, type Page } from '@playwright/test';
import type { Submission as Network } from '#shared/activities/race/index';
import { words } from '../../support/words';
import { sendIt } from './answers';
import type { Classroom } from './classroom';
import { look } from './look';
import { build } from './networks';
import type { Seated } from './seat';

/** Three different networks, nearly as dear as the energy allows: the server needs its time for them. */
const NETWORKS: readonly Network[] = [
  { layers: [8], rate: 0.2, epochs: 40 },
  { layers: [8], rate: 0.1, epochs: 40 },
  { layers: [4], rate: 0.05, epochs: 70 },
];

/** The runs that a phone lists under what it has sent. */
const runsOn = (page: Page) => page.getByRole('tabpanel').getByRole('listitem');

/** What a phone says of a run that the server still trains, in its own language. */
const training = ({ hands }: Seated) =>
  runsOn(hands.page).filter({ hasText: words(hands.locale, 'race_run_training') });

/**
 * Everybody sends a network, and the server is killed while it trains. It starts again and nobody taps anything: each
 * phone shows its one run, with a result.
 */
export async function killedInARace(
  room: Classroom,
  students: readonly Seated[],
  config: unknown,
): Promise<void> {
  await Promise.all(students.map(({ hands }, i) => build(hands, config, NETWORKS[i] as Network)));
  await Promise.all(students.map(({ hands }) => sendIt(hands)));
  await room.server.kill();
  const left = await Promise.all(students.map((student) => training(student).count()));
  expect(left.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  for (const { hands } of students)
    await expect(hands.page.getByText(words(hands.locale, 'common_reconnecting'))).toBeVisible();
  await look((students[0] as Seated).hands.page, 'long-race-reconnecting');
  await room.server.restart();
  for (const { hands } of students) {
    await expect(hands.page.getByText(words(hands.locale, 'common_reconnecting'))).toBeHidden({
      timeout: 30_000,
    });
    await expect(runsOn(hands.page)).toHaveCount(1);
    await expect(runsOn(hands.page)).toContainText(/\d\s?%/);
    await expect(runsOn(hands.page)).toContainText(words(hands.locale, 'race_run_counts'));
  }
}
