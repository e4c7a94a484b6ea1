import type { Browser, Page } from '@playwright/test';
import { startCluster, type Cluster } from '../support/cluster/cluster';
import { Ring } from '../support/cluster/ring';
import { startSession, type Taught } from '../support/taught';
import { it } from '../support/words';
import { answerWell, send } from './support/students';
import { expect, test } from './support/test';

/** Longer than a process may stand still before it knows that it has, ms. */
const PAUSE = 4_000;

async function phoneIn(browser: Browser, { url }: Cluster, { code }: Taught): Promise<Page> {
  const viewport = { width: 360, height: 615 };
  const page = await (await browser.newContext({ viewport, hasTouch: true, isMobile: true })).newPage();
  await page.goto(`${url}/play/${code}`);
  const offered = page.getByLabel(it('student_name_offered'));
  await expect(offered).toBeVisible();
  const name = await offered.innerText();
  await page.getByRole('button', { name: it('student_enter') }).tap();
  await expect(page.getByText(it('student_lobby_in', { name }))).toBeVisible();
  return page;
}

async function deskIn(browser: Browser, { url, teacher }: Cluster, { id }: Taught): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([...teacher.cookies].map(([name, value]) => ({ name, value, url })));
  const page = await context.newPage();
  await page.goto(`${url}/teach/sessions/${id}`);
  return page;
}

async function press(desk: Page, key: string): Promise<void> {
  const button = desk.locator('button[aria-keyshortcuts="Space"]');
  await expect(button).toContainText(it(key));
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await button.click();
}

test('a class goes on at another server when its own stands still, and when that one ends, without a tap', async ({
  browser,
}) => {
  const cluster = await startCluster({ servers: 2 });
  const taught = await startSession(cluster.teacher);
  const [first] = new Ring(cluster.servers.map(({ port }) => port)).order(taught.code);
  const home = cluster.servers.find(({ port }) => port === first);
  const desk = await deskIn(browser, cluster, taught);
  const phones = [await phoneIn(browser, cluster, taught), await phoneIn(browser, cluster, taught)] as const;
  await press(desk, 'desk_next_start');
  await press(desk, 'desk_next_open');
  await answerWell(phones[0], 0);
  home?.pause();
  await phones[0].getByRole('button', { name: /^Mand[ao]/ }).tap();
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  home?.resume();
  const received = it('activities_received');
  await expect(phones[0].getByRole('button', { name: received })).toBeVisible();

  await answerWell(phones[1], 0);
  await home?.end();
  await send(phones[1]);
  for (const page of [...phones, desk])
    await expect(page.getByText(it('error_server_stopping'))).toHaveCount(0);
  await press(desk, 'desk_next_close');
  await press(desk, 'desk_next_reveal');
  for (const page of phones) await expect(page.getByText(it('activities_right')).first()).toBeVisible();
  for (const page of [...phones, desk]) await page.context().close();
  await cluster.stop();
});
