import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Ack } from '#shared/protocol';
import { logFile } from '../../server/storage/log/open';
import { Browser } from '../support/browser';
import { anAckForAll } from './acks';
import { Crowd } from './crowd';
import { deskOf, SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { longestGap, WATCHING_GAPS } from './gaps';
import { ADA, openHall, type Hall } from './hall';
import { lecture, playStep, stepsNamed } from './lecture';
import { pause, within } from './within';

const PHONES = 20;

/** Longer than the server waits for a lock (5 s), so that some commands are refused, ms. */
const SHORT = 5_800;
const LONG = 10_000;

/** By when every phone has an ack after the release, s; the longest that the sockets may stand still, ms. */
const RECOVERED = 10;
const STILL = 1_500;

/** Another process holds the locks of log and tables: who writes waits or is refused, nobody else waits, nothing is lost. */
export const lock: Fault = { play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const hall = await openHall(lecture, WATCHING_GAPS);
  const crowd = new Crowd(hall.address, PHONES, seed);
  const desk = new SteadyDesk(hall);
  const findings: string[] = [];
  try {
    await crowd.join();
    const answering = crowd.answer();
    const [step = 0] = stepsNamed('and');
    await playStep(desk, crowd, { at: 'lobby' }, step, async () => {
      await anAckForAll(crowd, RECOVERED, 'before the lock');
      findings.push(...(await heldLocks(hall, crowd, long ? LONG : SHORT, say)));
      const back = await anAckForAll(crowd, RECOVERED, 'after the release');
      say(`every phone had an ack ${back.toFixed(1)} s after the release`);
    });
    crowd.rest();
    await Promise.all([answering, desk.drive({ type: 'end' })]);
    await crowd.seeEnd();
    await hall.server.stop();
    const verdict = crowd.heldAgainst(await hall.written());
    const { acked, lost, doubled } = verdict;
    say(`${acked} answers acked, ${lost} lost, ${doubled} doubled`);
    const all = [...findings, ...verdict.findings];
    return {
      findings: all,
      figures: [{ name: 'faults.disk (lock held)', value: all.length === 0 ? 1 : 0, unit: 'yes' }],
    };
  } finally {
    crowd.rest();
    desk.close();
    crowd.leave();
    await hall.server.remove();
  }
}

/** Holds both files for `ms`, and looks at what a class and a teacher meet meanwhile. */
async function heldLocks(hall: Hall, crowd: Crowd, ms: number, say: Form['say']): Promise<string[]> {
  const { server } = hall;
  const findings: string[] = [];
  const line = deskOf(hall);
  await line.arrived();
  await longestGap(hall);
  const holders = [logFile(server.dataDir), join(server.dataDir, 'trainoff.db')].map(held);
  const until = performance.now() + ms;
  const refused: Ack[] = [];
  const asking = (async () => {
    while (performance.now() < until) refused.push(await line.command({ type: 'lock' }));
  })();
  const signingIn = new Browser(server.base).post('/api/sign-in', ADA);
  let reads = 0;
  for (; performance.now() < until; reads++) {
    const pages = await within(
      STILL,
      'an answer while locks are held',
      new Browser(server.base).get('/healthz'),
    );
    if (pages.status !== 200) findings.push(`/healthz answered ${pages.status} while locks were held`);
    await pause(100);
  }
  const gap = await longestGap(hall);
  if (gap > STILL) findings.push(`the sockets stood still for ${gap} ms while locks were held`);
  if (crowd.phones.some(({ phone }) => !phone.connected)) findings.push('a phone lost its line');
  for (const holder of holders) holder.close();
  await within(RECOVERED, 'the last ack and the sign-in after the release', Promise.all([asking, signingIn]));
  const { status, text } = await signingIn;
  if (status !== 200 && !text.includes('storage-failed')) findings.push(`a sign-in got ${status} ${text}`);
  const clear = refused.every((ack) => ack.ok || ack.code === 'storage-failed');
  if (!clear) findings.push(`a command got ${JSON.stringify(refused)}`);
  line.close();
  say(
    `locks held for ${ms / 1_000} s: the desk's commands got ${refused.map((ack) => (ack.ok ? 'ok' : ack.code)).join(', ')}, ` +
      `a sign-in ${status}; ${reads} other requests were answered, the longest gap was ${gap} ms`,
  );
  return findings;
}

/** A connection of this process, which is not the server's, that has the write lock of a file. */
function held(file: string): Database.Database {
  const holder = new Database(file);
  holder.exec('BEGIN IMMEDIATE');
  return holder;
}
