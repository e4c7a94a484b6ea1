import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { rng, type Rng } from '#shared/rng';
import { replay } from '#shared/session/evolve';
import { readEvent, type StoredEvent } from '#shared/session/upcast';
import { logFile } from '../../server/storage/log/open';
import { temporaryFolder } from '../support/folder';
import { startServer } from '../support/server';
import { Crowd } from './crowd';
import { deskOf, SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { lecture, stepsNamed } from './lecture';
import { commitsIn, type WalCommit } from './wal-file';
import { pause } from './within';

const PHONES = 20;
const LOAD = 1_500;

/** The commits at the end of the WAL that are cut into; further back the file itself may have what the WAL lost. */
const LAST = 12;
const SECTOR = 512;

/** The log's WAL is cut, or has a wrong byte, anywhere in what was written last: what is before it is there, and replays. */
export const walCut: Fault = { play };

/** How a WAL is damaged: cut off at `at`, or with another byte there. */
interface Damage {
  readonly how: 'cut' | 'flip';
  readonly at: number;
}

/** What a server left that was killed under load. */
interface Remains {
  readonly folder: string;
  readonly hall: Hall;
  readonly wal: Buffer;
  readonly commits: readonly WalCommit[];
  /** Everything that is readable in the whole WAL. */
  readonly written: readonly StoredEvent[];
  /** The ids of answers that phones saw acked, and where the commit of each ends. */
  readonly acked: readonly { readonly id: string; readonly end: number }[];
}

async function play({ seed, long, say }: Form): Promise<Taken> {
  const hall = await openHall(lecture);
  const copy = temporaryFolder();
  try {
    const remains = await killedUnderLoad(hall, seed, copy.path);
    const damages = long
      ? everywhere(remains, rng(seed, 'damages'))
      : somewhere(remains, rng(seed, 'damages'));
    const looks = damages.map((damage) => look(remains, damage));
    const findings = looks.flatMap(({ wrong }) => wrong);
    const left = looks.map((one) => one.left);
    const { commits, acked } = remains;
    say(
      `${acked.length} acked answers in ${commits.length} commits; ` +
        `${damages.length} damaged logs opened and replayed, ` +
        `with ${Math.min(...left)} to ${Math.max(...left)} of ${remains.written.length} events`,
    );
    const unknown = acked.filter(({ end }) => end === Infinity).length;
    if (unknown > 0) findings.push(`${unknown} acked answers are in no commit of the WAL`);
    const starts = long ? 4 : 1;
    for (const damage of damages.slice(0, starts)) findings.push(...(await start(remains, damage)));
    say(`${starts} servers started on a damaged log`);
    return { findings };
  } finally {
    await hall.server.remove();
    copy.remove();
  }
}

async function killedUnderLoad(hall: Hall, seed: string, folder: string): Promise<Remains> {
  const crowd = new Crowd(hall.address, PHONES, seed);
  const desk = new SteadyDesk(hall);
  const [step = 0] = stepsNamed('and');
  await crowd.join();
  await desk.drive({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } }, { type: 'open', step });
  // Nobody waits for them: who has no ack when the server dies never gets one.
  void crowd.answer().catch(() => undefined);
  await pause(LOAD);
  await hall.server.kill();
  crowd.rest();
  desk.close();
  const ids = crowd.phones.flatMap(({ history }) =>
    history.sent.filter(({ told }) => told?.ok).map(({ id }) => id),
  );
  crowd.leave();
  cpSync(hall.server.dataDir, folder, { recursive: true });
  const wal = readFileSync(walOf(folder));
  const commits = commitsIn(wal);
  const acked = ids.map((id) => ({
    id,
    end: commits.find(({ pages }) => pages.includes(id))?.end ?? Infinity,
  }));
  return { folder, hall, wal, commits, acked, written: read(folder) };
}

const walOf = (folder: string) => `${logFile(folder)}-wal`;

/** From where to where the WAL is damaged. */
function range({ commits }: Remains): { readonly from: number; readonly to: number } {
  const to = commits.at(-1)?.end ?? 0;
  return { from: commits.at(-LAST)?.end ?? to, to };
}

function somewhere(remains: Remains, random: Rng): Damage[] {
  const { from, to } = range(remains);
  return Array.from({ length: 40 }, (_, i) => ({
    how: i % 4 === 3 ? 'flip' : 'cut',
    at: from + random.below(to - from),
  }));
}

function everywhere(remains: Remains, random: Rng): Damage[] {
  const { from, to } = range(remains);
  const sectors = Array.from({ length: Math.ceil((to - from) / SECTOR) }, (_, i) => from + i * SECTOR);
  const anywhere = Array.from({ length: 400 }, () => from + random.below(to - from));
  return [
    ...[...sectors, ...anywhere, to].map((at) => ({ how: 'cut', at }) as const),
    ...anywhere.map((at) => ({ how: 'flip', at }) as const),
  ];
}

function put({ wal, folder }: Remains, { how, at }: Damage, into = folder): void {
  rmSync(`${logFile(into)}-shm`, { force: true });
  const damaged = Buffer.from(how === 'cut' ? wal.subarray(0, at) : wal);
  if (how === 'flip') damaged[at] = (damaged[at] ?? 0) ^ 0x10;
  writeFileSync(walOf(into), damaged);
}

/** The log as whoever opens it after the power cut finds it. It is not written to, so that the next damage is alone. */
function read(folder: string): StoredEvent[] {
  const log = new Database(logFile(folder), { readonly: true });
  try {
    return log
      .prepare<[], StoredEvent>('SELECT seq, at, version, command, body FROM event ORDER BY seq')
      .all();
  } finally {
    log.close();
  }
}

/** What is wrong with the log after a damage, and how many events are left. */
function look(
  remains: Remains,
  damage: Damage,
): { readonly wrong: readonly string[]; readonly left: number } {
  const where = `${damage.how} at ${damage.at}`;
  put(remains, damage);
  try {
    const found = read(remains.folder);
    const wrong = [...missingIn(remains, damage, found)].map((missing) => `${where}: ${missing}`);
    return { wrong, left: found.length };
  } catch (error) {
    return { wrong: [`${where}: ${String(error)}`], left: 0 };
  }
}

/** What is wrong with the events that are left. */
function* missingIn({ written, acked }: Remains, { at }: Damage, found: readonly StoredEvent[]) {
  const prefix = written.slice(0, found.length);
  if (JSON.stringify(found) !== JSON.stringify(prefix)) yield 'the log is not a prefix of what was written';
  const kept = new Set(found.map(({ command }) => command?.split('/').at(-1)));
  const lost = acked.filter(({ id, end }) => end <= at && !kept.has(id));
  if (lost.length > 0) yield `${lost.length} answers are gone whose commit was before it`;
  if (replay(found.map(readEvent)).seq !== found.length) yield 'it does not replay to its end';
}

/** A whole server on the damaged log: it goes on with the session. */
async function start(remains: Remains, damage: Damage): Promise<string[]> {
  const { hall, folder } = remains;
  const copy = temporaryFolder();
  cpSync(folder, copy.path, { recursive: true });
  put(remains, damage, copy.path);
  const server = await startServer({ dataDir: join(copy.path) });
  try {
    const desk = deskOf({ ...hall, server });
    const refused = await desk.arrived();
    if (refused !== null) return [`${damage.how} at ${damage.at}: the desk was refused with ${refused}`];
    const ack = await desk.command({ type: 'lock' });
    desk.close();
    return ack.ok ? [] : [`${damage.how} at ${damage.at}: a command got ${ack.code}`];
  } finally {
    await server.remove();
    copy.remove();
  }
}
