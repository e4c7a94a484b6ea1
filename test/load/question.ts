import type { Stage } from '#shared/session/events';
import { rng } from '#shared/rng';
import type { Frame, PulseFrame, RosterFrame } from '#shared/protocol';
import type { PhoneView } from '#shared/session/views';
import type { Player } from '../support/player';
import { accepted, openClients, takeSeat, type Accepted, type Clients } from './clients';
import { inFlight } from './inflight';
import { cpuOf, memoryOf } from './process';
import type { Session } from './school';
import { count, noTraffic, type Traffic } from './traffic';

/** What is to be played: one question of the lesson, answered over `spread` ms. */
export interface Plan {
  readonly session: Session;
  readonly phones: number;
  readonly step: number;
  readonly options: readonly string[];
  readonly spread: number;
}

/** What one run showed. Times in ms, memory in kB. */
export interface Run {
  readonly joined: number;
  readonly joinCpu: number;
  readonly shown: number;
  /** Answer to ack, one for each phone. */
  readonly acks: readonly number[];
  /** From the last answer to the last phone that has its result. */
  readonly result: number;
  readonly answerCpu: number;
  readonly memory: { readonly now: number; readonly peak: number };
  /** What phones were sent and sent while they joined, and for the question from its title to the board. */
  readonly traffic: { readonly join: Traffic; readonly question: Traffic };
  readonly script: Script;
}

type PhoneFrame = Frame<PhoneView>;

/** What one phone was sent, message by message, so that a bare server can send the same. */
export interface Script {
  readonly joinAck: Accepted;
  readonly answerAck: Accepted;
  /** greeting, seated, open, close, reveal: in this order. */
  readonly frames: readonly PhoneFrame[];
  readonly pulse: PulseFrame | null;
  readonly roster: RosterFrame | null;
}

const JOINING_AT_ONCE = 25;

/** Counters still come for a quarter of a second after the last change; they belong to what caused them, ms. */
const SETTLE = 400;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Seats a class, asks it one question and shows the board, measuring from outside. */
export async function playQuestion(plan: Plan): Promise<Run> {
  const { pid } = plan.session;
  const clients = await openClients(plan.session);
  const traffic = { join: noTraffic(), question: noTraffic() };
  const before = cpuOf(pid);
  const { phones, joined, joinAck } = await seatAll(clients, plan.phones, traffic);
  await pause(SETTLE);
  const between = cpuOf(pid);
  const asked = await ask(clients, phones, plan);
  await pause(SETTLE);
  const answerCpu = cpuOf(pid) - between;
  const memory = memoryOf(pid);
  clients.close();
  const { answerAck, ...times } = asked;
  const script = { joinAck, answerAck, ...recorded(clients, phones) };
  return { joined, joinCpu: between - before, ...times, answerCpu, memory, traffic, script };
}

async function seatAll(clients: Clients, size: number, traffic: Run['traffic']) {
  const phones: Player[] = [];
  const acks: Accepted[] = [];
  const seated = () => phones.length === size && acks.length === size;
  const since = performance.now();
  await inFlight([...Array(size).keys()], JOINING_AT_ONCE, async (i) => {
    const phone = clients.newPhone();
    phones.push(phone);
    count(phone, () => (seated() ? traffic.question : traffic.join));
    acks.push(await takeSeat(phone, `Student ${i + 1}`));
  });
  const joined = performance.now() - since;
  return { phones, joined, joinAck: middle(acks) };
}

async function ask({ desk }: Clients, phones: readonly Player[], plan: Plan) {
  const { step } = plan;
  const go = (from: Stage, to: Stage) => accepted(desk, { type: 'go', from, to });
  await go({ at: 'lobby' }, { at: 'step', step });

  const opened = performance.now();
  await accepted(desk, { type: 'open', step });
  await all(phones, ({ own }) => (own?.step?.view ?? null) !== null);
  const shown = performance.now() - opened;

  const { acks, lastSent, answerAck } = await answers(phones, plan);
  await accepted(desk, { type: 'close', step });
  await accepted(desk, { type: 'reveal', step });
  await all(phones, ({ own }) => (own?.step?.result ?? null) !== null);
  const result = performance.now() - lastSent;

  await go({ at: 'step', step }, { at: 'board', step });
  return { shown, acks, result, answerAck };
}

/** Each phone answers once, at a moment drawn from the whole span; the last one at its end. */
async function answers(phones: readonly Player[], { step, options, spread }: Plan) {
  const random = rng('0', 'when and what phones answer');
  const acks: number[] = [];
  const accepts: Accepted[] = [];
  let lastSent = 0;
  const answer = async (phone: Player, at: number, picked: string) => {
    await pause(at);
    const sent = performance.now();
    lastSent = Math.max(lastSent, sent);
    accepts.push(await accepted(phone, { type: 'submit', step, submission: { picked: [picked] } }));
    acks.push(performance.now() - sent);
  };
  await Promise.all(
    phones.map((phone, i) =>
      answer(phone, i === 0 ? spread : random.unit() * spread, options[i % options.length] as string),
    ),
  );
  return { acks, lastSent, answerAck: middle(accepts) };
}

const all = (phones: readonly Player[], holds: (phone: Player) => boolean) =>
  Promise.all(phones.map((phone) => phone.until(holds)));

/** An item from the middle: its numbers have as many digits as most. */
const middle = <Item>(items: readonly Item[]): Item => items[items.length >> 1] as Item;

function recorded({ desk }: Clients, phones: readonly Player[]) {
  const sizes = desk.roster.map((roster) => ({ roster, size: JSON.stringify(roster).length }));
  const mean = sizes.reduce((sum, { size }) => sum + size, 0) / sizes.length;
  sizes.sort((a, b) => Math.abs(a.size - mean) - Math.abs(b.size - mean));
  return { frames: middle(phones).frames, pulse: desk.pulse, roster: sizes[0]?.roster ?? null };
}
