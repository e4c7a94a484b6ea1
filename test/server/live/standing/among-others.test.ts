import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SessionLog } from '../../../../server/storage/log/port';
import { Browser } from '../../../support/browser';
import { startCluster, type Cluster } from '../../../support/cluster/cluster';
import type { ClusterServer } from '../../../support/cluster/cluster-server';
import { Ring } from '../../../support/cluster/ring';
import { freshToken, Player } from '../../../support/player';
import { Roaming } from '../../../support/roaming';
import { FIRST_ANSWER, startSession, type Taught } from '../../../support/taught';

const STUDENTS = 8;
/** Longer than a process may stand still before it knows that it has, ms. */
const PAUSE = 5_000;

let cluster: Cluster;
let taught: Taught;
let log: SessionLog;
let phones: Roaming[];
/** The server that the proxy asks first for the session. */
let home: ClusterServer;

/** Some phones get no websocket. */
const polls = (student: number): boolean => student % 4 === 0;

const toFirst = { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } } as const;
const sendsOf = async () =>
  (await log.read(taught.id)).flatMap(({ event }) => (event.type === 'submitted' ? [event.seat] : []));
const answers = (some: readonly Roaming[]) =>
  some.map((phone) => phone.command(FIRST_ANSWER, `answer-${phones.indexOf(phone)}-0123`));

/** What a server has told its journal. */
const told = ({ log: lines }: ClusterServer) =>
  lines()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { readonly event?: string; readonly why?: string });

/** Whatever the servers do with it, the lesson goes on for everybody. */
async function revealed() {
  const desk = new Roaming(() => taught.desk());
  for (const type of ['close', 'reveal'] as const)
    expect(await desk.command({ type, step: 0 }, `${type}-0-0123`)).toMatchObject({ ok: true });
  const last = (await log.heads([taught.id])).get(taught.id);
  await expect
    .poll(() => phones.filter(({ seq }) => seq === last), { timeout: 30_000 })
    .toHaveLength(STUDENTS);
  desk.close();
}

beforeEach(async () => {
  cluster = await startCluster({ servers: 2, env: { LOG_LEVEL: 'info' } });
  taught = await startSession(cluster.teacher);
  log = await cluster.log();
  const [port] = new Ring(cluster.servers.map((server) => server.port)).order(taught.code);
  home = cluster.servers.find((server) => server.port === port) as ClusterServer;
  const { code, build } = taught;
  phones = Array.from({ length: STUDENTS }, (_, i) => {
    const transports = polls(i) ? (['polling'] as const) : (['websocket'] as const);
    const token = freshToken();
    return new Roaming(() => new Player(cluster.url, { role: 'phone', code, token }, { build, transports }));
  });
  const joined = phones.map((phone, i) =>
    phone.command({ type: 'join', name: `Student ${i}` }, `join-${i}-0123`),
  );
  expect((await Promise.all(joined)).filter(({ ok }) => !ok)).toEqual([]);
  await taught.drive(toFirst, { type: 'open', step: 0 });
  await expect.poll(() => phones.every(({ own }) => (own?.step?.view ?? null) !== null)).toBe(true);
});

afterEach(async () => {
  for (const phone of phones) phone.close();
  await log.close();
  await cluster.stop();
});

/** Whatever has happened: each answer counts once, and nobody has been shown something that had passed. */
async function nothingIsLost(acks: readonly { readonly ok: boolean }[]) {
  expect(acks.filter(({ ok }) => !ok)).toEqual([]);
  await revealed();
  const seats = await sendsOf();
  expect([seats.length, new Set(seats).size]).toEqual([STUDENTS, STUDENTS]);
  for (const { seqs } of phones) expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
}

it('a server that stood still while phones went elsewhere sends the others after them when it goes on', async () => {
  const [gone, stayed] = [phones.slice(0, STUDENTS / 2), phones.slice(STUDENTS / 2)];
  home.pause();
  const sent = answers(stayed);
  for (const phone of gone) phone.roam();
  const elsewhere = await Promise.all(answers(gone));
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  home.resume();
  await nothingIsLost([...elsewhere, ...(await Promise.all(sent))]);
  expect(told(home)).toContainEqual(expect.objectContaining({ event: 'stood-back', why: 'gap' }));
  // A poll asks the proxy again and again, and does not wait for a server that stands still.
  const waited = stayed.filter((phone) => !polls(phones.indexOf(phone)));
  for (const { byes } of waited) expect(byes[0]).toBe('server-moved');
});

it('a server that is cut off from the log without a word shuts its doors, and its phones go on elsewhere', async () => {
  const [early, late] = [phones.slice(0, STUDENTS / 2), phones.slice(STUDENTS / 2)];
  home.cut('silent');
  const acks = await Promise.all(answers(early));
  expect(await home.ready()).toBe(false);
  const asked = await new Browser(home.url).get('/api/sessions');
  expect([asked.status, asked.body]).toEqual([503, { code: 'server-moved' }]);
  home.mend();
  await expect.poll(() => home.ready(), { timeout: 60_000 }).toBe(true);
  await nothingIsLost([...acks, ...(await Promise.all(answers(late)))]);
  expect(told(home)).toContainEqual(expect.objectContaining({ event: 'stood-back', why: 'log' }));
  expect(told(home)).toContainEqual(expect.objectContaining({ event: 'standing-again' }));
});

it('a server whose connections to the log break, and break again, does the same', async () => {
  const [early, late] = [phones.slice(0, STUDENTS / 2), phones.slice(STUDENTS / 2)];
  home.cut('broken');
  const acks = await Promise.all(answers(early));
  expect(await home.ready()).toBe(false);
  home.mend();
  await expect.poll(() => home.ready(), { timeout: 60_000 }).toBe(true);
  await nothingIsLost([...acks, ...(await Promise.all(answers(late)))]);
});
