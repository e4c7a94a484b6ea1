import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Addresses, SessionCard } from '#shared/api';
import { lessons } from '../support/lessons';
import type { DeskView, ScreenView } from '#shared/session/views';
import { freshToken, Player } from '../support/player';
import { startServer, type RunningServer } from '../support/server';
import { rewrite, spoilStep } from '../support/spoilt';
import { logSql, sql } from '../support/sql';
import { FIRST_ANSWER, teach, type Taught } from '../support/taught';

/** A server of its own takes seconds to start on a busy machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const STUDENT = 'Xanthippe';
const ASIDE = 'session-put-aside';

let server: RunningServer;
let taught: Taught;
/** The seat's secret of the student in it. */
let token: string;

beforeEach(async () => {
  server = await startServer();
  taught = await teach(server);
  token = freshToken();
  (await taught.seated(STUDENT, token)).close();
});

afterEach(() => server.remove());

const onLog = (statement: string, ...values: unknown[]) => logSql(server.dataDir, statement, ...values);
const spoil = () => spoilStep(server.dataDir, taught.id);

async function startAnother(): Promise<SessionCard> {
  const { body } = await taught.browser.post('/api/sessions', { lesson: lessons[0]?.id });
  return card((body as { id: string }).id) as Promise<SessionCard>;
}

async function card(id: string): Promise<SessionCard | undefined> {
  const { body } = await taught.browser.get('/api/sessions');
  return (body as SessionCard[]).find((each) => each.id === id);
}

const asideLines = () =>
  server
    .log()
    .split('\n')
    .filter((line) => line.includes(ASIDE))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function refusalOf(player: Player<never> | Player<DeskView> | Player<ScreenView> | Player) {
  const refusal = await player.arrived();
  player.close();
  return refusal;
}

describe('a running session that cannot be rebuilt', () => {
  it('stops nobody: the server starts and says so in one line, and the other room goes on', async () => {
    const other = await startAnother();
    await server.stop();
    spoil();
    await server.restart();

    expect(asideLines()).toEqual([
      {
        ...{ level: 'warn', event: ASIDE, session: taught.id, why: 'not-understood', seq: 1 },
        time: expect.any(String) as string,
      },
    ]);
    expect(server.log()).not.toContain(STUDENT);

    const { build } = taught;
    const phone = new Player(
      server.base,
      { role: 'phone', code: other.code, token: freshToken() },
      { build },
    );
    expect(await phone.arrived()).toBeNull();
    await phone.command({ type: 'join', name: 'Bo' });
    const headers = { cookie: taught.browser.cookie };
    const desk = new Player<DeskView>(
      server.base,
      { role: 'desk', session: other.id, code: other.code },
      { build, headers },
    );
    await desk.arrived();
    await desk.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
    await desk.command({ type: 'open', step: 0 });
    await phone.until(({ own }) => (own?.step?.view ?? null) !== null);
    expect(await phone.command(FIRST_ANSWER)).toMatchObject({ ok: true });
    for (const player of [phone, desk]) player.close();
  });

  it('is told to whoever opens it: phone, projector, desk and review, and to nobody else', async () => {
    const { browser, id, code, build } = taught;
    const screenPath = ((await browser.get(`/api/sessions/${id}/desk`)).body as Addresses).screenPath;
    const key = screenPath.split('=')[1] ?? '';
    await server.stop();
    spoil();
    await server.restart();

    expect(await refusalOf(taught.phone(token))).toBe(ASIDE);
    // A class behind one address does not use up its tries at a code that is right.
    for (let phones = 0; phones < 25; phones++) expect(await refusalOf(taught.phone())).toBe(ASIDE);
    const screen = (given: string) =>
      new Player<ScreenView>(server.base, { role: 'screen', session: id, key: given, code }, { build });
    expect(await refusalOf(screen(key))).toBe(ASIDE);
    expect(await refusalOf(screen('x'.repeat(30)))).toBe('unknown-session');
    const desk = (headers: Record<string, string>) =>
      new Player<DeskView>(server.base, { role: 'desk', session: id, code }, { build, headers });
    expect(await refusalOf(desk({ cookie: browser.cookie }))).toBe(ASIDE);
    expect(await refusalOf(desk({}))).toBe('signed-out');
    expect((await browser.get(`/api/sessions/${id}/desk`)).status).toBe(200);
    for (const path of ['review', 'replay', 'replay/2', 'results.csv?table=students&language=it'])
      expect(await browser.get(`/api/sessions/${id}/${path}`)).toMatchObject({
        ...{ status: 409, body: { code: ASIDE } },
      });
    expect(await browser.post('/api/own-review', { code, token })).toMatchObject({ body: { code: ASIDE } });
  });

  it('keeps its code and its log, and is taken up again by a build that can read it', async () => {
    await server.stop();
    const before = spoil();
    const events = onLog('SELECT * FROM event WHERE session = ? ORDER BY seq', taught.id);
    await server.restart();
    await server.stop();
    expect(onLog('SELECT code FROM running WHERE session = ?', taught.id)).toEqual([{ code: taught.code }]);
    expect(onLog('SELECT * FROM event WHERE session = ? ORDER BY seq', taught.id)).toEqual(events);
    rewrite(server.dataDir, taught.id, 1, before);
    await server.restart();

    expect(asideLines()).toEqual([]);
    expect(await card(taught.id)).toMatchObject({ putAside: false, students: 1 });
    const phone = taught.phone(token);
    expect(await phone.arrived()).toBeNull();
    await phone.until(({ own }) => own?.name === STUDENT);
    phone.close();
  });

  it('can be erased by its teacher, code, names and all', async () => {
    await server.stop();
    onLog('UPDATE event SET version = 99 WHERE session = ? AND seq = 2', taught.id);
    await server.restart();
    const { browser, id } = taught;
    const seat = `/api/sessions/${id}/students/nobody/erase`;
    expect(await browser.post(seat)).toMatchObject({ status: 409, body: { code: ASIDE } });
    expect((await browser.post(`/api/sessions/${id}/erase`)).body).toEqual({ erased: true });

    expect(await card(id)).toBeUndefined();
    expect(await refusalOf(taught.phone())).toBe('unknown-code');
    const files = readdirSync(server.dataDir).map((file) => readFileSync(join(server.dataDir, file)));
    expect(files.filter((file) => file.includes(STUDENT))).toEqual([]);
    await server.stop();
    expect(onLog('SELECT * FROM running')).toEqual([]);
  });
});

describe('a past session that cannot be rebuilt', () => {
  const end = async () => {
    await taught.drive({ type: 'end' });
    await server.stop();
    spoil();
  };

  it('is told instead of its review, and can be kept or erased as any other', async () => {
    await end();
    await server.restart();
    const { browser, id, code } = taught;
    const told = { status: 409, body: { code: ASIDE } };
    expect(await browser.get(`/api/sessions/${id}/review`)).toMatchObject(told);
    expect(await browser.get(`/api/sessions/${id}/review`)).toMatchObject(told);
    expect(await browser.post('/api/own-review', { code, token })).toMatchObject(told);
    expect(await browser.post(`/api/sessions/${id}/keep`, { kept: true })).toMatchObject({ status: 200 });
    expect((await browser.post(`/api/sessions/${id}/erase`)).body).toEqual({ erased: true });
    expect(await card(id)).toBeUndefined();
  });

  it('is put aside if nobody got to write down that it was over, and is deleted when its time is up', async () => {
    await end();
    sql(server.dataDir, 'UPDATE Session SET endedAt = NULL, students = NULL, meanScore = NULL');
    await server.restart();
    expect(asideLines()).toMatchObject([{ session: taught.id, why: 'not-understood', seq: 1 }]);
    expect(await card(taught.id)).toMatchObject({ putAside: true });
    await server.stop();

    sql(server.dataDir, 'UPDATE Session SET endedAt = ?', '2020-01-01T00:00:00.000+00:00');
    await server.restart();
    await server.stop();
    expect(onLog('SELECT * FROM event')).toEqual([]);
    expect(sql(server.dataDir, 'SELECT * FROM Session')).toEqual([]);
  });
});
