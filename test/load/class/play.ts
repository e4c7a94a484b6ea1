import { randomLine } from '#shared/activities/class-network/random-line';
import type { Line } from '#shared/activities/class-network/config';
import { rng } from '#shared/rng';
import { markFrom } from '../../../demo/mark';
import type { Player } from '../../support/player';
import { accepted, openClients, takeSeat, type Clients } from '../clients';
import { inFlight } from '../in-flight';
import { latenessOf } from '../lateness';
import { pause } from '../phases';
import { cpuOf } from '../process';
import type { Session } from '../school';

/** How long everybody drags, and how often a phone tells unless the server asks it to wait longer, ms. */
const DRAGGING = 10_000;
const GAP = 250;
const JOINING_AT_ONCE = 25;

/** What a class that drags has cost; `late`: ms of the event loop, 99 of 100; `grades`: from the close on, ms. */
export interface Played {
  /** New maps on the projector, a second. */
  readonly updates: number;
  /** How often a phone heard what its line is worth, a second. */
  readonly told: number;
  /** Of one core. */
  readonly cpu: number;
  readonly late: number;
  readonly grades: number;
  readonly reckoned: number;
}

/** Seats a class, lets all of it drag at once, and closes the step. */
export async function playClass(session: Session, step: number, size: number): Promise<Played> {
  const clients = await openClients(session);
  try {
    const phones = await seated(clients, session, size);
    await accepted(clients.desk, { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } });
    await accepted(clients.desk, { type: 'open', step });
    const dragged = await measured(session, clients, phones, step);
    return { ...dragged, ...(await closed(clients, step)) };
  } finally {
    clients.close();
  }
}

async function seated(clients: Clients, { url }: Session, size: number): Promise<Player[]> {
  const phones: Player[] = [];
  await inFlight([...Array(size).keys()], JOINING_AT_ONCE, async (i) => {
    const phone = clients.newPhone(await markFrom(url));
    phones.push(phone);
    await takeSeat(phone, `Student ${i + 1}`);
  });
  return phones;
}

async function measured(
  { pid, watch }: Session,
  { screen }: Clients,
  phones: readonly Player[],
  step: number,
) {
  let [updates, told, last] = [0, 0, ''];
  screen.socket.on('pulse', ({ together }) => {
    const map = together?.whole.map ?? '';
    if (map !== last) updates += 1;
    last = map;
  });
  for (const phone of phones)
    phone.socket.on('frame', (frame) => {
      if (!frame.whole && frame.own?.step && 'part' in frame.own.step) told += 1;
    });
  if (watch !== null) await latenessOf(watch);
  const before = cpuOf(pid);
  await Promise.all(phones.map((phone, i) => drag(phone, step, i)));
  const cpu = cpuOf(pid) - before;
  const late = watch === null ? NaN : (await latenessOf(watch)).p99;
  const seconds = DRAGGING / 1_000;
  return { updates: updates / seconds, told: told / seconds / phones.length, cpu: cpu / DRAGGING, late };
}

/** One phone drags its line about, from one place by chance to the next. */
async function drag(phone: Player, step: number, i: number): Promise<void> {
  const random = rng('class', `phone/${i}`);
  let gap = GAP;
  phone.socket.on('draft-gap', (asked) => (gap = Math.max(GAP, asked)));
  await pause(random.unit() * GAP);
  const until = performance.now() + DRAGGING - GAP;
  let line: Line = randomLine(random);
  while (performance.now() < until) {
    line = { angle: (line.angle + random.below(7)) % 360, offset: clamp(line.offset + random.below(9) - 4) };
    phone.socket.emit('draft', { step, draft: line });
    await pause(gap);
  }
}

const clamp = (offset: number): number => Math.max(-60, Math.min(60, offset));

/** What everybody has set counts at the close; the step can be revealed once all of it is graded. */
async function closed({ desk, screen }: Clients, step: number) {
  const since = performance.now();
  await accepted(desk, { type: 'close', step });
  for (;;) {
    const ack = await desk.command({ type: 'reveal', step });
    if (ack.ok) break;
    if (ack.code !== 'still-training') throw new Error(`the reveal was refused: ${ack.code}`);
    await pause(10);
  }
  const grades = performance.now() - since;
  await screen.until(({ common }) => common?.step?.phase === 'revealed');
  await screen.until(({ pulse }) => (pulse?.together?.whole.neurons ?? 0) > 0);
  return { grades, reckoned: screen.pulse?.together?.whole.neurons ?? 0 };
}
