import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rehearsed, RehearsalKey, SessionCard } from '#shared/api';
import type { DeskView, PhoneView } from '#shared/session/views';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { temporaryFolder } from '../../support/folder';
import { lessonOf, single } from '../../support/lesson';
import { freshToken, Player } from '../../support/player';
import { SEED } from '../../support/session';

let server: Running;
let teacher: Browser;
let id: string;
let code: string;
let token: string;
let phone: Player<PhoneView>;
let desk: Player<DeskView>;

/** A session with one student in it, whose step is open. */
beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
  ({ id, code } = await session());
  token = freshToken();
  phone = new Player<PhoneView>(server.base, { role: 'phone', code, token });
  await phone.arrived();
  await phone.command({ type: 'join', name: 'Zoe' });
  await phone.until(({ own }) => own !== null);
  const headers = { cookie: teacher.cookie, origin: server.base };
  desk = new Player<DeskView>(server.base, { role: 'desk', session: id, code }, { headers });
  await desk.arrived();
  await desk.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await desk.command({ type: 'open', step: 0 });
});

afterEach(async () => {
  phone.close();
  desk.close();
  await server.stop();
});

async function session() {
  const { body } = await teacher.post('/api/sessions', { document: lessonOf(single()) });
  const { id } = body as { id: string };
  const cards = (await teacher.get('/api/sessions')).body as SessionCard[];
  return { id, code: cards.find((card) => card.id === id)?.code ?? '' };
}

const fileOf = ({ dataDir }: Running) => join(dataDir, 'rehearsal.key');
const keyInFile = () => readFileSync(fileOf(server), 'utf8').trim();
const asked = (over = {}) => ({ seat: phone.own?.seat, step: 0, mood: 'knows', seed: SEED, ...over });

/** As a program asks: no cookie, no Origin. */
async function ask(key: string | null, body: object = asked(), room = code) {
  const response = await fetch(`${server.base}/api/rehearsal/${room}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const refused = { status: 403, body: { code: 'rehearsal-refused' } };

describe('who has the key of the data folder', () => {
  it('is told what the seat hands in at the open step, and it is right', async () => {
    const { status, body } = await ask(keyInFile());
    expect([status, body]).toEqual([200, { turns: [{ drafts: [], submission: { picked: ['c'] } }] }]);
    const [turn] = (body as Rehearsed).turns;
    const ack = await phone.command({ type: 'submit', step: 0, submission: turn?.submission });
    expect(ack).toMatchObject({ ok: true });
  });

  it('is told the same again, and something else by another chance', async () => {
    const guess = async (seed: string) => (await ask(keyInFile(), asked({ mood: 'random', seed }))).body;
    expect(await guess(SEED)).toEqual(await guess(SEED));
    const seeds = Array.from({ length: 12 }, (_, i) => i.toString(16).padStart(32, '0'));
    const guesses = await Promise.all(seeds.map(guess));
    expect(new Set(guesses.map((one) => JSON.stringify(one))).size).toBeGreaterThan(1);
  });

  it.each([
    ['a step that is not open', { step: 1 }, 'step-not-open'],
    ['a seat that is not there', { seat: 'nobody' }, 'seat-unknown'],
    ['a mood that nobody has', { mood: 'sleepy' }, 'bad-packet'],
  ])('is refused %s', async (_what, over, code) => {
    expect((await ask(keyInFile(), asked(over))).body).toEqual({ code });
  });

  it('is told that a code has no session', async () => {
    expect((await ask(keyInFile(), asked(), '000000')).body).toEqual({ code: 'unknown-code' });
  });

  it('is told nothing once the step is closed', async () => {
    await desk.command({ type: 'close', step: 0 });
    expect((await ask(keyInFile())).body).toEqual({ code: 'step-not-open' });
  });
});

describe('the teacher', () => {
  const keyOf = async (session: string, browser = teacher) =>
    browser.get(`/api/sessions/${session}/rehearsal-key`);

  it('has a key for their own session', async () => {
    const { key } = (await keyOf(id)).body as RehearsalKey;
    expect(key).not.toBe(keyInFile());
    expect((await ask(key)).status).toBe(200);
  });

  it('has with it no key to another session', async () => {
    const other = await session();
    const { key } = (await keyOf(other.id)).body as RehearsalKey;
    expect(await ask(key)).toEqual(refused);
  });

  it('is given none for a session that is not theirs, and nobody is who is not signed in', async () => {
    expect((await keyOf('AAAAAAAAAAAAAAAA')).body).toEqual({ code: 'unknown-session' });
    expect((await keyOf(id, server.browser())).body).toEqual({ code: 'signed-out' });
  });
});

describe('nothing is told to', () => {
  it('who has no key', async () => {
    expect(await ask(null)).toEqual(refused);
  });

  it('a phone, by the secret of its seat or by the seat itself', async () => {
    expect(await ask(token)).toEqual(refused);
    expect(await ask(phone.own?.seat ?? '')).toEqual(refused);
  });

  it('a browser in which the teacher is signed in, which has no key either', async () => {
    expect(await teacher.post(`/api/rehearsal/${code}`, asked())).toMatchObject(refused);
  });

  it('who guesses whether a code has a session', async () => {
    expect(await ask('made-up', asked(), '000000')).toEqual(refused);
    expect(await ask('made-up')).toEqual(refused);
  });

  it('who asks over a socket: there is no such request', async () => {
    const ack = await phone.command({ type: 'rehearse', ...asked() } as never);
    expect(ack).toMatchObject({ ok: false, code: 'bad-packet' });
  });
});

describe('the key', () => {
  it('stands in a file that its owner alone reads', () => {
    expect(statSync(fileOf(server)).mode & 0o777).toBe(0o600);
    expect(keyInFile()).toMatch(/^[\w-]{43}$/);
  });

  it('is the same after a restart, and a new one where the file was spoilt', async () => {
    const folder = temporaryFolder();
    const started = async () => {
      const again = await startApp({ folder: folder.path });
      await again.stop();
      return readFileSync(fileOf(again), 'utf8');
    };
    const first = await started();
    expect(await started()).toBe(first);
    writeFileSync(join(folder.path, 'rehearsal.key'), 'short', { mode: 0o644 });
    expect(await started()).toMatch(/^[\w-]{43}\n$/);
    expect(statSync(join(folder.path, 'rehearsal.key')).mode & 0o777).toBe(0o600);
    folder.remove();
  });
});
