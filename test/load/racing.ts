import type { Player } from '../support/player';
import { accepted, type Clients } from './clients';

/** A class of any size has about so many ideas; equal configurations are trained once. */
const IDEAS = 30;

/** Configurations within the budget of the race on XOR, all different. */
export const idea = (i: number) => ({
  layers: [2 + (i % 7)],
  rate: ([0.05, 0.1, 0.2] as const)[i % 3] ?? 0.1,
  epochs: 10 + (i % IDEAS),
});

/** The most that the race on XOR lets one spend, and its visible points. */
const MOST_ENERGY = 350_000;
const SAMPLES = 250;

/** Configurations that cost nearly all that is allowed, all different for some hundreds. */
export function dearIdea(i: number) {
  const neurons = 2 + (i % 7);
  const most = Math.floor(MOST_ENERGY / (SAMPLES * (4 * neurons + 1)));
  return { ...idea(i), layers: [neurons], epochs: most - Math.floor(i / 21) };
}

/** A race: everybody submits at once. Waits: answer to ack; `trained`: until the last phone has its result, ms. */
export async function race({ desk }: Clients, phones: readonly Player[], from: number, step: number) {
  await accepted(desk, { type: 'go', from: { at: 'step', step: from }, to: { at: 'step', step } });
  await accepted(desk, { type: 'open', step });
  await Promise.all(phones.map((phone) => phone.until(({ own }) => own?.step?.index === step)));
  const since = performance.now();
  const waits: number[] = [];
  await Promise.all(
    phones.map(async (phone, i) => {
      const sent = performance.now();
      await accepted(phone, { type: 'submit', step, submission: idea(i % IDEAS) });
      waits.push(performance.now() - sent);
      await phone.until(({ own }) => own?.step?.runs[0]?.state === 'done');
    }),
  );
  const trained = performance.now() - since;
  await accepted(desk, { type: 'close', step });
  await accepted(desk, { type: 'reveal', step });
  await Promise.all(phones.map((phone) => phone.until(({ own }) => (own?.step?.result ?? null) !== null)));
  return { waits, trained };
}
