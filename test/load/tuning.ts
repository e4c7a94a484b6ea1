import { rng } from '#shared/rng';
import type { Player } from '../support/player';
import { accepted, type Clients } from './clients';
import { pause } from './phases';

/** How long everybody turns the sliders, and how often each phone tells, ms. */
const TURNING = 5_000;
const GAP = 500;

const tenths = (unit: number) => Math.round(unit * 8 - 4) * 5;

/**
 * A perceptron tuned by everybody: drafts for five seconds, the projector's picture made of them, then an answer.
 * Waits: answer to ack.
 */
export async function tune({ desk, screen }: Clients, phones: readonly Player[], from: number, step: number) {
  await accepted(desk, { type: 'go', from: { at: 'board', step: from }, to: { at: 'step', step } });
  await accepted(desk, { type: 'open', step });
  await Promise.all(phones.map((phone) => phone.until(({ own }) => own?.step?.index === step)));
  const random = rng('1', 'where sliders are');
  const position = () => ({ w: [tenths(random.unit()), tenths(random.unit())], b: tenths(random.unit()) });
  const waits: number[] = [];
  const turn = async (phone: Player, offset: number) => {
    await pause(offset);
    for (let at = 0; at < TURNING; at += GAP) {
      phone.socket.emit('draft', { step, draft: position() });
      await pause(GAP);
    }
    const since = performance.now();
    await accepted(phone, { type: 'submit', step, submission: position() });
    waits.push(performance.now() - since);
  };
  await Promise.all(phones.map((phone) => turn(phone, random.unit() * GAP)));
  await screen.until(({ pulse }) => pulse?.answered === phones.length);
  await accepted(desk, { type: 'close', step });
  await accepted(desk, { type: 'reveal', step });
  await Promise.all(phones.map((phone) => phone.until(({ own }) => (own?.step?.result ?? null) !== null)));
  return { waits };
}
