import { Browser } from '../../support/browser';
import type { Attack, End, Round } from './attack';

/** Students of one computer who ask all at once, and somebody who asks whether the server is well. */
const ASKING_FOR_REVIEWS = 100;
const ASKING_IF_WELL = 50;

type Ask = (browser: Browser, i: number) => Promise<{ readonly status: number }>;

/** So many ask, and ask again when they are answered. Whatever else than an answer comes ends them. */
async function askAll(many: number, { target, seconds }: Round, ask: Ask): Promise<End> {
  const browser = new Browser(target.url);
  const end = performance.now() + seconds * 1_000;
  let refused = false;
  const asker = async (first: number) => {
    for (let i = first; performance.now() < end && !refused; i += many)
      refused = (await ask(browser, i)).status !== 200;
  };
  await Promise.all(Array.from({ length: many }, (_, i) => asker(i)));
  return refused ? 'cut off' : 'kept';
}

/** A class's own reviews, asked for again and again. */
export const reviews: Attack = {
  row: 10,
  isKept: true,
  play: (round) => {
    const { code, tokens } = round.past;
    return askAll(ASKING_FOR_REVIEWS, round, (browser, i) =>
      browser.post('/api/own-review', { code, token: tokens[i % tokens.length] }),
    );
  },
};

/** Whether the server is well, asked again and again. */
export const health: Attack = {
  row: 10,
  isKept: true,
  play: (round) => askAll(ASKING_IF_WELL, round, (browser) => browser.get('/readyz')),
};
