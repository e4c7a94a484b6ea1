import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRequest } from '#shared/protocol';
import type { DeskView, PhoneView } from '#shared/session/views';
import { ADA } from '../../../support/app';
import { Browser } from '../../../support/browser';
import { temporaryDatabase } from '../../../support/database';
import { lessons } from '../../../support/lessons';
import { freshToken, Player } from '../../../support/player';
import { roomCode } from '../../../support/room-code';
import { builtId, startServer, type RunningServer } from '../../../support/server';
import { startWorker, type RunningWorker } from '../../../support/worker';

const lesson = lessons.find(({ steps }) => steps.some(({ kind }) => kind === 'race'))!;
const step = lesson.steps.findIndex(({ kind }) => kind === 'race');

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let server: RunningServer;
let teacher: Browser;
const workers: RunningWorker[] = [];
const players: { close: () => void }[] = [];

beforeEach(async () => {
  database = await temporaryDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url, JOBS: 'queue', LOG_LEVEL: 'info' } });
  teacher = new Browser(server.base);
  await teacher.post('/api/first-teacher', { link: server.firstLink(), ...ADA });
});

afterEach(async () => {
  for (const player of players.splice(0)) player.close();
  await Promise.all(workers.splice(0).map((worker) => worker.kill()));
  await server.remove();
  await database.remove();
});

const work = async () => {
  const worker = await startWorker({ DATABASE_URL: database.url });
  workers.push(worker);
  return worker;
};

/** A class that races. */
async function openRace() {
  const { id } = (await teacher.post('/api/sessions', { lesson: lesson.id })).body as { id: string };
  const code = await roomCode(teacher, id);
  const headers = { cookie: teacher.cookie, origin: server.base };
  const desk = new Player<DeskView>(
    server.base,
    { role: 'desk', session: id, code },
    { build: builtId(), headers },
  );
  players.push(desk);
  await desk.arrived();
  const drive = async (...requests: DeskRequest[]) => {
    for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
  };
  await drive({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } }, { type: 'open', step });
  const token = freshToken();
  const phone = () => {
    const player = new Player<PhoneView>(server.base, { role: 'phone', code, token }, { build: builtId() });
    players.push(player);
    return player;
  };
  const mira = phone();
  await mira.arrived();
  expect(await mira.command({ type: 'join', name: 'Mira' })).toMatchObject({ ok: true });
  return { mira, again: phone };
}

const submission = { layers: [3], rate: 0.1, epochs: 20 };
const trained = ({ own }: Pick<Player<PhoneView>, 'own'>) => own?.step?.runs[0]?.state === 'done';

describe('a lesson whose server has JOBS=queue', () => {
  it('has its races trained by a worker', async () => {
    const { mira } = await openRace();
    const worker = await work();
    expect(await mira.command({ type: 'submit', step, submission })).toMatchObject({ ok: true });
    await mira.until(trained);
    expect(await worker.stop()).toMatchObject({ code: 0 });
  });

  it('has trained what was asked for before there was a worker, by a server that was killed', async () => {
    const { mira, again } = await openRace();
    expect(await mira.command({ type: 'submit', step, submission })).toMatchObject({ ok: true });
    await server.kill();
    await work();
    await server.restart();
    await again().until(trained);
  });
});
