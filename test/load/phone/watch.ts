import { chromium, type Browser, type Page } from '@playwright/test';
import type { Stage } from '#shared/session/events';
import { chromiumArgs, LAN_HOST } from '../../support/chromium';
import { it } from '../../support/words';
import { accepted, openClients, type Clients } from '../clients';
import { openSchool, type School } from '../school';
import { paceOf, type Pace } from './frames';
import { places } from './places';
import { LENGTH, type Scene, type Watched } from './scenes';
import { traced } from './trace';
import { lessons } from '../../support/lessons';

const LESSON = 'dal-neurone-alla-rete';

/** A small phone of 360 x 640 whose browser shows its bar. */
const PHONE = {
  ...{ viewport: { width: 360, height: 615 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  locale: 'it-IT',
};

/** How much slower than this machine the phone's main thread is. Workers are not slowed down. */
const SLOWER = 4;

/** What the page's main thread did in a scene: it says why frames come late, and hardly minds a busy machine. */
export interface Work {
  /** How often places and sizes on the page were worked out anew. */
  readonly layouts: number;
  /** CPU time of the main thread, ms; being slowed down counts. */
  readonly busy: number;
}

/** One look at one scene. */
export interface Look {
  readonly scene: string;
  readonly pace: Pace;
  readonly work: Work;
}

export async function openLongLesson(): Promise<School> {
  const lesson = lessons.find(({ id }) => id === LESSON);
  if (!lesson) throw new Error(`there is no lesson ${LESSON}`);
  return openSchool(lesson, [process.execPath]);
}

/** The address of a school as phones on a LAN know it. */
export const onLan = ({ session }: School): string => session.url.replace('127.0.0.1', LAN_HOST);

/** How a phone is watched. */
export interface Watching {
  /** How often each scene is played. */
  readonly rounds: number;
  /** The names of the scenes that are played; null: all. */
  readonly only: readonly string[] | null;
  /** A folder for what the browser did in the last round of each scene, as Chrome's DevTools read it. */
  readonly traces: string | null;
}

/** Plays steps of the long lesson on a slow phone and counts its frames. */
export async function watchPhone(school: School, watching: Watching): Promise<Look[]> {
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: [...chromiumArgs],
  });
  const clients = await openClients(school.session);
  try {
    return await watchPlaces(clients, await joinedPhone(browser, onLan(school), clients.code), watching);
  } finally {
    clients.close();
    await browser.close();
  }
}

async function joinedPhone(browser: Browser, address: string, code: string): Promise<Watched> {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(address);
  if (await page.evaluate(() => window.isSecureContext)) throw new Error('a phone on a LAN is not secure');
  await page.getByLabel(it('student_join_label')).fill(code);
  await page.getByRole('button', { name: it('student_enter') }).tap();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cdp };
}

const isAsked = ({ only }: Watching, { name }: Scene) => only === null || only.includes(name);

async function watchPlaces({ desk }: Clients, phone: Watched, watching: Watching): Promise<Look[]> {
  const steps = lessons.find(({ id }) => id === LESSON)?.steps ?? [];
  const looks: Look[] = [];
  let from: Stage = { at: 'lobby' };
  for (const { step: is, shown, arrange, scenes: all } of places) {
    const scenes = all.filter((scene) => isAsked(watching, scene));
    if (scenes.length === 0) continue;
    const step = steps.findIndex(is);
    const to = { at: 'step', step } as const;
    await accepted(desk, { type: 'go', from, to });
    await accepted(desk, { type: 'open', step });
    await shown(phone.page).waitFor();
    await arrange(phone.page);
    for (let round = 0; round < watching.rounds; round++)
      for (const scene of scenes) looks.push(await look(phone, scene));
    if (watching.traces !== null)
      for (const scene of scenes)
        await traced(phone, `${watching.traces}/${scene.name}.json`, () => look(phone, scene));
    await accepted(desk, { type: 'close', step });
    from = to;
  }
  return looks;
}

/** How often a scene that did not hold is played again. */
const PATIENCE = 5;

/** Plays a scene until it holds. */
async function look(phone: Watched, scene: Scene): Promise<Look> {
  for (let played = 0; played < PATIENCE; played++) {
    const seen = await lookOnce(phone, scene);
    if ((await scene.held?.(phone)) ?? true) return seen;
  }
  throw new Error(`${scene.name} never held for ${LENGTH} ms: the machine is too busy`);
}

/** Prepares a scene at full speed, then plays it on a slow phone. */
async function lookOnce(phone: Watched, scene: Scene): Promise<Look> {
  await scene.before?.(phone);
  await phone.cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const before = await workSoFar(phone);
  const [stamps] = await Promise.all([stampsOf(phone.page), scene.during(phone)]);
  const after = await workSoFar(phone);
  await phone.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const work = { layouts: after.layouts - before.layouts, busy: after.busy - before.busy };
  return { scene: scene.name, pace: paceOf(stamps), work };
}

async function workSoFar({ cdp }: Watched): Promise<Work> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { layouts: value('LayoutCount'), busy: 1_000 * value('TaskDuration') };
}

/** The times of all frames that the page draws while a scene lasts, ms. */
function stampsOf(page: Page): Promise<number[]> {
  return page.evaluate(
    (length) =>
      new Promise<number[]>((resolve) => {
        const stamps: number[] = [];
        const frame = (stamp: number) => {
          stamps.push(stamp);
          if (stamp - (stamps[0] ?? stamp) < length) requestAnimationFrame(frame);
          else resolve(stamps);
        };
        requestAnimationFrame(frame);
      }),
    LENGTH,
  );
}
