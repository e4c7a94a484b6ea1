import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADA, startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { beginGuessing, type Guessing } from '../../support/rude-passwords';

const LONGEST = 5_000;

let server: Running;
let known: Browser;
let attack: Guessing;

const address = (i: number) => `203.0.113.${i}`;

/** Ten strangers at ten addresses guess, and all that strangers have at once is spent. */
beforeEach(async () => {
  server = await startApp({ env: { TRUST_PROXY: '1' } });
  known = await server.teacher();
  await known.post('/api/sign-out');
  const addresses = Array.from({ length: 10 }, (_, i) => address(i));
  attack = beginGuessing({ base: server.base, name: ADA.name, addresses });
  await somebodyWaits();
});

afterEach(() => server.stop());

/** Until a stranger at an address that nobody uses is not answered at once. */
async function somebodyWaits(): Promise<void> {
  for (let i = 100; ; i++) {
    const since = performance.now();
    const wrong = { name: `nobody ${i}`, password: 'whatever' };
    await server.browser().post('/api/sign-in', wrong, { 'x-forwarded-for': address(i) });
    if (performance.now() - since > 300) return;
  }
}

async function timeToDesk(browser: Browser, from: string): Promise<number> {
  const since = performance.now();
  const { status } = await browser.post('/api/sign-in', ADA, { 'x-forwarded-for': from });
  expect(status).toBe(200);
  expect((await browser.get('/api/sessions')).status).toBe(200);
  return performance.now() - since;
}

it('ten strangers who send wrong passwords as fast as they can keep nobody out who knows the right one', async () => {
  expect(await timeToDesk(known, address(0))).toBeLessThan(LONGEST);
  expect(await timeToDesk(server.browser(), '198.51.100.7')).toBeLessThan(LONGEST);
  const answers = await attack.end();
  expect(Object.keys(answers).sort()).toEqual(['401', '429']);
  expect(answers[429]).toBeGreaterThan((answers[401] ?? 0) * 2);
});
