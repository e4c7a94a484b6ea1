import type { Stage } from '#shared/session/events';
import { rng } from '#shared/rng';
import type { PulseFrame, RosterFrame } from '#shared/protocol';
import type { Player } from '../support/player';
import { markFrom } from '../../demo/mark';
import { keepBusy, type Busy } from './busy';
import { accepted, openClients, takeSeat, type Clients } from './clients';
import { inFlight } from './in-flight';
import { pause, Stopwatch, type Phase } from './phases';
import { memoryOf } from './process';
import { race } from './racing';
import type { Session } from './school';
import { count } from './traffic';
import { tune } from './tuning';

/** What is to be played: one question of the lesson, answered over `spread` ms; then more, if steps are named. */
export interface Plan {
  readonly session: Session;
  readonly phones: number;
  readonly step: number;
  readonly options: readonly string[];
  readonly spread: number;
  /** A perceptron to be tuned, and a race; null: the class goes home after the question. */
  readonly more: { readonly tune: number; readonly race: number } | null;
  /** What keeps the server at work while the question is played. */
  readonly busy?: Busy;
}

/** What one run showed. Times in ms, memory in kB. */
export interface Run {
  /** Until all were in. Waits: from dialling to the phone's own screen. */
  readonly join: Phase & { readonly joined: number };
  /** Waits: answer to ack. `shown`: until all saw the question; `result`: from the last answer to the last result. */
  readonly choice: Phase & { readonly shown: number; readonly result: number };
  readonly tune: Phase | null;
  readonly race: (Phase & { readonly trained: number }) | null;
  /** After the question. */
  readonly memory: { readonly now: number; readonly peak: number };
  readonly script: Script;
}

/** What the desk was sent, so that a bare server can send the same. */
export interface Script {
  readonly pulse: PulseFrame | null;
  readonly roster: RosterFrame | null;
}

const JOINING_AT_ONCE = 25;

/** Seats a class and asks it one question, measuring from outside; then lets it tune and race, where that is planned. */
export async function playQuestion(plan: Plan): Promise<Run> {
  const clients = await openClients(plan.session);
  const watch = new Stopwatch(plan.session);
  const marks = await marksFor(plan);
  const { phones, ...join } = await watch.phase('join', () => seatAll(clients, marks, watch));
  const rest = plan.busy ? await keepBusy(plan.busy) : null;
  const choice = await watch.phase('choice', () => ask(clients, phones, plan));
  await rest?.();
  const memory = memoryOf(plan.session.pid);
  const more = plan.more && (await playMore(clients, phones, plan, plan.more, watch));
  clients.close();
  return { join, choice, tune: null, race: null, ...more, memory, script: recorded(clients) };
}

async function playMore(
  clients: Clients,
  phones: readonly Player[],
  { step }: Plan,
  more: NonNullable<Plan['more']>,
  watch: Stopwatch,
) {
  return {
    tune: await watch.phase('tune', () => tune(clients, phones, step, more.tune)),
    race: await watch.phase('race', () => race(clients, phones, more.tune, more.race)),
  };
}

/** Phones have opened the page before they dial; a bare server has none. */
async function marksFor({ session, phones }: Plan): Promise<(string | null)[]> {
  const marks = Array<string | null>(phones).fill(null);
  if (session.cookie === '') return marks;
  await inFlight([...marks.keys()], JOINING_AT_ONCE, async (i) => (marks[i] = await markFrom(session.url)));
  return marks;
}

async function seatAll(clients: Clients, marks: readonly (string | null)[], watch: Stopwatch) {
  const phones: Player[] = [];
  const waits: number[] = [];
  const since = performance.now();
  await inFlight([...marks.entries()], JOINING_AT_ONCE, async ([i, mark]) => {
    const dialled = performance.now();
    const phone = clients.newPhone(mark);
    phones.push(phone);
    count(phone, () => watch.traffic);
    await takeSeat(phone, `Student ${i + 1}`);
    waits.push(performance.now() - dialled);
  });
  return { waits, joined: performance.now() - since, phones };
}

async function ask({ desk }: Clients, phones: readonly Player[], plan: Plan) {
  const { step } = plan;
  const go = (from: Stage, to: Stage) => accepted(desk, { type: 'go', from, to });
  await go({ at: 'lobby' }, { at: 'step', step });

  const opened = performance.now();
  await accepted(desk, { type: 'open', step });
  await all(phones, ({ common, own }) => common?.step?.phase === 'open' && own?.step?.index === step);
  const shown = performance.now() - opened;

  const { waits, lastSent } = await answers(phones, plan);
  await accepted(desk, { type: 'close', step });
  await accepted(desk, { type: 'reveal', step });
  await all(phones, ({ own }) => (own?.step?.result ?? null) !== null);
  const result = performance.now() - lastSent;

  await go({ at: 'step', step }, { at: 'board', step });
  return { waits, shown, result };
}

/** Each phone answers once, at a moment drawn from the whole span; the last one at its end. */
async function answers(phones: readonly Player[], { step, options, spread }: Plan) {
  const random = rng('0', 'when and what phones answer');
  const waits: number[] = [];
  let lastSent = 0;
  const answer = async (phone: Player, at: number, picked: string) => {
    await pause(at);
    const sent = performance.now();
    lastSent = Math.max(lastSent, sent);
    await accepted(phone, { type: 'submit', step, submission: { picked: [picked] } });
    waits.push(performance.now() - sent);
  };
  await Promise.all(
    phones.map((phone, i) =>
      answer(phone, i === 0 ? spread : random.unit() * spread, options[i % options.length] as string),
    ),
  );
  return { waits, lastSent };
}

const all = (phones: readonly Player[], holds: (phone: Player) => boolean) =>
  Promise.all(phones.map((phone) => phone.until(holds)));

/** The last pulse, and the list's frame that is nearest to the mean size. */
function recorded({ desk }: Clients): Script {
  const sizes = desk.roster.map((roster) => ({ roster, size: JSON.stringify(roster).length }));
  const mean = sizes.reduce((sum, { size }) => sum + size, 0) / sizes.length;
  sizes.sort((a, b) => Math.abs(a.size - mean) - Math.abs(b.size - mean));
  return { pulse: desk.pulse, roster: sizes[0]?.roster ?? null };
}
