import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionCard } from '#shared/api';
import type { LoggedEvent } from '#shared/session/events';
import { GRACE } from '#shared/session/conductor/time';
import { Browser } from '../support/browser';
import { temporaryFolder } from '../support/folder';
import { anAckForAll } from './acks';
import { Crowd } from './crowd';
import { SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { ADA, openHall, type Hall } from './hall';
import { lecture, stepsNamed } from './lecture';
import { within } from './within';

const PHONES = 10;
const JUMP = 5 * 60_000;
const DAYS = 1;

/** By when each phone has an ack after a jump, s. */
const GOES_ON = 10;
/** More than anybody is given to read a task, and the second after zero, s. */
const READING = 60;
/** A busy machine may be late with an event by so much, ms: far less than a jump. */
const LATE = 3_000;

/** The wall clock jumps in an open step: the step goes on, and closes when its own time is over. */
export const clock: Fault = { play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const folder = temporaryFolder();
  const wall = new WallClock(join(folder.path, 'wall'));
  const hall = await openHall(lecture, { ...wall.env, RETENTION_DAYS: String(DAYS) });
  const crowd = new Crowd(hall.address, PHONES, seed);
  const desk = new SteadyDesk(hall);
  const findings: string[] = [];
  const [step = 0] = stepsNamed('and');
  const since = performance.now();
  try {
    await crowd.join();
    const answering = crowd.answer();
    await desk.drive({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } }, { type: 'open', step });
    await crowd.all('the open step', ({ common }) => common?.step?.phase === 'open');
    const zero = deadlineOn(crowd);
    for (const jump of [JUMP, -JUMP, 0, -JUMP]) {
      await wall.set(jump, hall);
      await anAckForAll(crowd, GOES_ON, `with the wall clock wrong by ${jump / 60_000} min`);
      if (deadlineOn(crowd) !== zero) findings.push('the zero that phones show moved with the wall clock');
      findings.push(...(await teacherIn(hall)));
    }
    if (long) await closing(crowd, step);
    else await desk.drive({ type: 'close', step });
    await desk.drive({ type: 'reveal', step });
    await crowd.seeRevealed(step);
    crowd.rest();
    await Promise.all([answering, desk.drive({ type: 'end' })]);
    await crowd.seeEnd();
    const elapsed = performance.now() - since;
    findings.push(...(await listed(hall)));
    await hall.server.stop();
    await hall.server.restart();
    findings.push(...(await listed(hall)));
    await hall.server.stop();
    const { events, names } = await hall.written();
    findings.push(...inItsOwnTime(events, elapsed), ...(long ? closedByTime(events, zero) : []));
    const { acked, lost, doubled, findings: more } = crowd.heldAgainst({ events, names });
    say(`four jumps of 5 and 10 minutes: ${acked} answers acked, ${lost} lost, ${doubled} doubled`);
    return { findings: [...findings, ...more] };
  } finally {
    crowd.rest();
    desk.close();
    crowd.leave();
    await hall.server.remove();
    folder.remove();
  }
}

/** Waits for the step to close by itself. */
async function closing({ phones }: Crowd, step: number): Promise<void> {
  const seconds = (lecture.steps[step]?.seconds ?? 0) + READING;
  const closed = phones.map(({ phone }) => phone.until(() => phone.common?.step?.phase === 'closed'));
  await within(seconds, 'the close by time', Promise.all(closed));
}

/** The wall clock of a server. */
class WallClock {
  constructor(private readonly file: string) {
    writeFileSync(file, '0');
  }

  get env(): Readonly<Record<string, string>> {
    const preload = new URL('wall-clock.js', import.meta.url).href;
    return { NODE_OPTIONS: `--import=${preload}`, TRAINOFF_WALL: this.file };
  }

  /** Sets it wrong by `ms`, at once. */
  async set(ms: number, { server }: Hall): Promise<void> {
    writeFileSync(this.file, String(ms));
    const said = server.output().length;
    process.kill(server.pid(), 'SIGUSR2');
    await within(
      10,
      'the clock being set',
      server.said(new RegExp(`^[\\s\\S]{${said}}[\\s\\S]*wrong by ${ms} ms`)),
    );
  }
}

const deadlineOn = ({ phones: [first] }: Crowd) => first?.phone.common?.step?.countdown?.deadline ?? NaN;

/** A teacher stays signed in, and can sign in anew. */
async function teacherIn({ server, cookie }: Hall): Promise<string[]> {
  const before = new Browser(server.base);
  before.take(cookie);
  const fresh = new Browser(server.base);
  const signedIn = await fresh.post('/api/sign-in', ADA);
  const sees = await Promise.all([before, fresh].map((browser) => browser.get('/api/sessions')));
  return signedIn.status === 200 && sees.every(({ status }) => status === 200)
    ? []
    : [`a sign-in got ${signedIn.status}, then cookies ${sees.map(({ status }) => status).join(', ')}`];
}

/** The session's card after its end. */
async function listed({ server, cookie, id }: Hall): Promise<string[]> {
  const browser = new Browser(server.base);
  browser.take(cookie);
  const cards = (await browser.get('/api/sessions')).body as readonly SessionCard[];
  const card = cards.find((one) => one.id === id);
  if (!card?.endedAt || !card.deletedAt)
    return [`the session is not listed as ended: ${JSON.stringify(card)}`];
  const [from, to, deleted] = [card.createdAt, card.endedAt, card.deletedAt].map(Date.parse) as [
    number,
    number,
    number,
  ];
  return [
    ...(from <= to ? [] : [`the session ended before it began: ${card.createdAt}, ${card.endedAt}`]),
    ...(deleted - to === DAYS * 86_400_000 ? [] : [`it is deleted at ${card.deletedAt}`]),
    ...(card.students === PHONES ? [] : [`it lists ${card.students} students`]),
  ];
}

/** The log's own times go forward, and no faster than time itself. */
function inItsOwnTime(events: readonly LoggedEvent[], elapsed: number): string[] {
  const backwards = events.filter(({ at }, i) => i > 0 && at < (events[i - 1]?.at ?? 0)).length;
  const lasted =
    (events.at(-1)?.at ?? 0) - (events.find(({ event }) => event.type === 'seat-joined')?.at ?? 0);
  return [
    ...(backwards === 0 ? [] : [`${backwards} events are earlier than the one before`]),
    ...(lasted <= elapsed + LATE ? [] : [`the log lasted ${lasted} ms, the lesson ${elapsed.toFixed(0)} ms`]),
  ];
}

function closedByTime(events: readonly LoggedEvent[], zero: number): string[] {
  const at = events.find(({ event }) => event.type === 'step-closed')?.at ?? NaN;
  const late = at - (zero + GRACE);
  return late >= 0 && late <= LATE ? [] : [`the step closed ${late} ms after its time`];
}
