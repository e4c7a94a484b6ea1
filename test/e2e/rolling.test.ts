import type { Page } from '@playwright/test';
import { startCluster, type Cluster } from '../support/cluster/cluster';
import { onPostgres } from '../support/on-postgres';
import { otherBuild, type OtherBuild } from '../support/other-build';
import { thisBuild } from '../support/server';
import { startSession } from '../support/taught';
import { it } from '../support/words';
import { answerWell, send } from './support/students';
import { expect, test } from './support/test';

/** A step of a kind that no phone fetches during the first one. */
const AHEAD_OF_ALL = 6;

let before: OtherBuild;
let cluster: Cluster;

test.beforeAll(() => {
  before = otherBuild('the-release-before');
});
test.afterAll(() => before.remove());
test.beforeEach(async () => {
  cluster = await startCluster({ servers: 2, image: before.image, env: { DRAIN_SECONDS: '1' } });
});
test.afterEach(() => cluster.stop());

/** One server after the other gets the new build. */
async function renewed(): Promise<void> {
  for (const server of cluster.servers) {
    await server.end();
    await server.start(thisBuild);
  }
}

/** Which build the page that is open is of. */
const isOfBuildBefore = async (page: Page): Promise<boolean> =>
  (await page.locator('script[type=module]').first().getAttribute('src'))?.includes('-was.js') ?? false;

/** A class of one phone, at the first step. */
async function classAt(page: Page) {
  const { code, drive } = await startSession(cluster.teacher, before.build);
  await page.goto(`http://trainoff.test:${cluster.port}/play/${code}`);
  await page.getByRole('button', { name: it('student_enter') }).tap();
  await expect(page.getByText(it('student_name_offered'))).toHaveCount(0);
  await drive({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } }, { type: 'open', step: 0 });
  await answerWell(page, 0);
  const next = (step: number, from = step - 1) =>
    drive(
      { type: 'close', step: from },
      { type: 'reveal', step: from },
      { type: 'go', from: { at: 'step', step: from }, to: { at: 'step', step } },
      { type: 'open', step },
    );
  return { next };
}

test.use({ viewport: { width: 360, height: 615 }, hasTouch: true, isMobile: true });

test('a phone goes on in its page while all servers get another build, and what it has set stays', async ({
  page,
}) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/assets/') && response.status() !== 200) missing.push(response.url());
  });
  const { next } = await classAt(page);
  const picked = await page.locator('label:has(input:checked)').innerText();
  await renewed();
  await expect(page.locator('label:has(input:checked)')).toHaveText(picked);
  await send(page);
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(response.url()));
  for (const step of [1, 2]) {
    await next(step);
    await answerWell(page, step);
    await send(page);
  }
  expect(await isOfBuildBefore(page)).toBe(true);
  expect(loaded.filter((url) => url.includes('-was.'))).not.toEqual([]);
  expect(missing).toEqual([]);
});

test('a phone whose next part is nowhere any more gets the new page by itself, in its seat', async ({
  page,
}) => {
  const { next } = await classAt(page);
  await send(page);
  await renewed();
  await onPostgres(cluster.database.url, `DELETE FROM page_build WHERE build = '${before.build}'`);
  // Each server has read some of them by now.
  for (const server of cluster.servers) {
    await server.end();
    await server.start();
  }
  await next(AHEAD_OF_ALL, 0);
  await answerWell(page, AHEAD_OF_ALL);
  await send(page);
  expect(await isOfBuildBefore(page)).toBe(false);
});
