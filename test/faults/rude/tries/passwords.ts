import { Browser } from '../../../support/browser';
import { beginGuessing } from '../../../support/rude-passwords';
import { ADA, type Hall } from '../../hall';
import type { Try } from './try';

/** What a teacher with a class in front of them can wait, ms. */
const LONGEST = 5_000;

/** How many wrong passwords come before the teacher does. */
const GUESSES = 40;

async function signedOut({ server }: Hall): Promise<Browser> {
  const browser = new Browser(server.base);
  await browser.post('/api/sign-in', ADA);
  await browser.post('/api/sign-out');
  return browser;
}

/** Wrong passwords for the teacher's name, and for others, from the teacher's own address. */
export const passwords: Try = {
  row: 3,
  what: 'wrong passwords keep the teacher out',
  play: async (hall) => {
    const browser = await signedOut(hall);
    const { base } = hall.server;
    const attack = beginGuessing({ base, name: ADA.name, addresses: ['127.0.0.1'] });
    await attack.answered(GUESSES);
    const since = performance.now();
    const { status } = await browser.post('/api/sign-in', ADA);
    const took = performance.now() - since;
    await attack.end();
    const saw = `the right password is answered ${status} after ${took.toFixed(0)} ms`;
    return { saw, held: status === 200 && took < LONGEST };
  },
};
