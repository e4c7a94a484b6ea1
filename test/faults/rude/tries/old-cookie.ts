import { Browser } from '../../../support/browser';
import { ADA } from '../../hall';
import type { Try } from './try';

/** Somebody has kept the cookie of a browser in which the teacher signed in again. */
export const oldCookie: Try = {
  row: 11,
  what: 'the cookie of an earlier sign-in still opens the door',
  play: async ({ server: { base } }) => {
    const [browser, thief] = [new Browser(base), new Browser(base)];
    await browser.post('/api/sign-in', ADA);
    thief.take(browser.cookie);
    await browser.post('/api/sign-in', ADA);
    const { status } = await thief.get('/api/sessions');
    return { saw: `it is answered ${status}`, held: status === 401 };
  },
};
