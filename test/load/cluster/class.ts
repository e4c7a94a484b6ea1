import { rng } from '#shared/rng';
import { markFrom } from '../../../demo/mark';
import { answerOf, known } from '../../support/knowing';
import type { Player } from '../../support/player';
import { accepted, openClients, takeSeat, type Clients } from '../clients';
import { inFlight } from '../in-flight';
import { pause } from '../phases';
import type { Session } from '../school';
import { climb } from './climb';
import { answerAt, type Reached } from './rate';

/** Classes that answer a step in which one may answer again and again, faster and faster. */
export interface Plan {
  readonly sessions: readonly Session[];
  /** Of each session. */
  readonly phones: number;
  readonly step: number;
  /** How long each rate is held, ms. */
  readonly lasts: number;
  /** Acks later than this, at the 95th percentile, are too late, ms. */
  readonly late: number;
  /** The highest rate that is tried, answers a second. */
  readonly most: number;
}

/** What the process says: a rate begins, and how it went. */
export type Said =
  | { readonly said: 'begins' }
  | { readonly said: 'reached'; readonly reached: Reached; readonly holds: boolean }
  | { readonly said: 'over'; readonly best: number };

const JOINING_AT_ONCE = 25;
const FIRST = 200;
const BETWEEN = 3;

/** What is under way when a rate is over is answered before the next one begins, ms. */
const SETTLE = 500;

/** Fewer than this share of what was to be sent, acked within the time: the rate was not held. */
const SHARE = 0.97;

const say = (said: Said) => process.send?.(said);

async function seated(clients: Clients, { url }: Session, phones: number): Promise<Player[]> {
  const all: Player[] = [];
  const names = Array.from({ length: phones }, (_, i) => `Student ${i + 1}`);
  await inFlight(names, JOINING_AT_ONCE, async (name) => {
    const phone = clients.newPhone(await markFrom(url));
    all.push(phone);
    await takeSeat(phone, name);
  });
  return all;
}

async function opened(session: Session, { phones, step }: Plan) {
  const clients = await openClients(session);
  const all = await seated(clients, session, phones);
  const { desk } = clients;
  await accepted(desk, { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } });
  await accepted(desk, { type: 'open', step });
  await accepted(desk, { type: 'extend', step, by: 1_800_000 });
  await Promise.all(all.map((phone) => phone.until(({ own }) => own?.step?.index === step)));
  return { clients, all };
}

async function play(plan: Plan): Promise<void> {
  const rooms: Awaited<ReturnType<typeof opened>>[] = [];
  for (const session of plan.sessions) rooms.push(await opened(session, plan));
  const phones = rooms.flatMap(({ all }) => all);
  const random = rng('0', 'what phones answer');
  const submission = (phone: Player) => {
    const view = phone.common?.step;
    const found = view && known(view);
    if (!found) throw new Error('nobody knows the step');
    return answerOf(found, 'random', phone.own?.step?.view, random);
  };
  const best = await climb(FIRST, plan.most, BETWEEN, async (rate) => {
    say({ said: 'begins' });
    const reached = await answerAt(rate, phones, plan, submission);
    const holds = reached.p95 <= plan.late && reached.acked >= SHARE * reached.rate;
    say({ said: 'reached', reached, holds });
    await pause(SETTLE);
    return holds;
  });
  for (const { clients } of rooms) clients.close();
  process.send?.({ said: 'over', best } satisfies Said, () => process.disconnect());
}

process.once('message', (plan: Plan) => void play(plan));
