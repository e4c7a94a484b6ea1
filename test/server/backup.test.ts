import { existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Kept } from '#shared/lessons/api';
import { rng } from '#shared/rng';
import { rank } from '#shared/session/board';
import { topOf } from '#shared/session/ranks';
import { begin, replay } from '#shared/session/evolve';
import type { DeskView } from '#shared/session/views';
import { Browser } from '../support/browser';
import { temporaryFolder } from '../support/folder';
import { Player } from '../support/player';
import { runScript } from '../support/script';
import { startServer, type RunningServer } from '../support/server';
import { sql } from '../support/sql';
import { sqliteLog } from '../support/sqlite-log';
import { FIRST_ANSWER, teach, type Taught } from '../support/taught';
import { lessons } from '../support/lessons';

const CLASS = 50;
const BACKUPS = 3;
/** AND: the last answer counts, so a class can answer as often as it likes. */
const STEP = 2;

let server: RunningServer;
let taught: Taught;
let own: ReturnType<typeof temporaryFolder>;

beforeEach(async () => {
  own = temporaryFolder();
  server = await startServer();
  taught = await teach(server);
});

afterEach(async () => {
  await server.remove();
  own.remove();
});

const folder = (name: string) => join(own.path, name);
const backup = (name: string) => runScript('backup', ['--to', folder(name)], server.dataDir);
const restore = (name: string, dataDir: string) => runScript('restore', ['--from', folder(name)], dataDir);

/** Every file of a folder, as text in which a name would be found. */
const bytesIn = (path: string) =>
  readdirSync(path)
    .map((name) => readFileSync(join(path, name), 'latin1'))
    .join('\n');

/** The sessions that a data folder lists, and the seqs that its log has of `session`. */
async function contentOf(dataDir: string, session: string) {
  const listed = sql(dataDir, 'SELECT id FROM Session ORDER BY id').map((row) => (row as { id: string }).id);
  const log = await sqliteLog(dataDir);
  const logs = await Promise.all(listed.map((id) => log.read(id)));
  const [events, running] = [await log.read(session), await log.running()];
  await log.close();
  return { listed, unlogged: logs.filter((each) => each.length === 0), running, events };
}

describe('a backup while a class answers', () => {
  it('has every answer that was acked before it began, and each session in both files; restored, the board is the fold', async () => {
    const phones = await Promise.all(Array.from({ length: CLASS }, (_, i) => taught.seated(`Student ${i}`)));
    const lobby = { at: 'lobby' } as const;
    const step = { at: 'step', step: STEP } as const;
    await taught.drive({ type: 'go', from: lobby, to: step }, { type: 'open', step: STEP });
    await Promise.all(phones.map((phone) => phone.until(({ own }) => (own?.step?.view ?? null) !== null)));
    const [created] = (await contentOf(server.dataDir, taught.id)).events;
    const { activity } = (created && begin(created))?.steps[STEP] ?? {};
    const acked: number[] = [];
    const answers = (round: string) =>
      Promise.all(
        phones.map(async (phone, i) => {
          const submission = activity?.answers?.bots[i % 3 ? 'random' : 'knows'](rng(`${i}`, round), '');
          const ack = await phone.command({ type: 'submit', step: STEP, submission });
          if (ack.ok) acked.push(ack.seq);
        }),
      );
    await answers('before');
    const promised: number[][] = [];
    for (let taken = 0; taken < BACKUPS; taken++) {
      promised.push([...acked]);
      const starting = taught.browser.post('/api/sessions', { lesson: lessons[0]?.id });
      const [{ code, output }] = await Promise.all([
        backup(`${taken}`),
        answers(`${taken} a`).then(() => answers(`${taken} b`)),
        starting,
      ]);
      expect(output).toContain('both files were checked');
      expect(code).toBe(0);
    }
    expect(acked).toHaveLength(CLASS * (1 + 2 * BACKUPS));
    for (const phone of phones) phone.close();
    await server.stop();

    for (const [taken, before] of promised.entries()) {
      const dataDir = folder(`restored ${taken}`);
      expect(await restore(`${taken}`, dataDir)).toMatchObject({ code: 0 });
      const { listed, unlogged, running, events } = await contentOf(dataDir, taught.id);
      expect(running.map(({ session }) => session).sort()).toEqual(listed);
      expect(unlogged).toEqual([]);
      const seqs = new Set(events.map(({ seq }) => seq));
      expect(before.length).toBeGreaterThanOrEqual(CLASS);
      expect(before.filter((seq) => !seqs.has(seq))).toEqual([]);
    }

    const dataDir = folder(`restored ${BACKUPS - 1}`);
    const again = await startServer({ dataDir });
    const headers = { cookie: taught.browser.cookie };
    const identity = { role: 'desk', session: taught.id, code: taught.code } as const;
    const desk = new Player<DeskView>(again.base, identity, { build: taught.build, headers });
    expect(await desk.arrived()).toBeNull();
    await desk.command({ type: 'close', step: STEP });
    await desk.command({ type: 'reveal', step: STEP });
    await desk.command({ type: 'go', from: step, to: { at: 'board', step: STEP } });
    await desk.until(({ common }) => common?.stage.at === 'board');
    const shown = desk.common?.top?.map(({ seat, rank: place, points }) => ({ seat, place, points }));
    desk.close();
    await again.remove();
    const state = replay((await contentOf(dataDir, taught.id)).events);
    rank(state);
    expect(state.board).toHaveLength(CLASS);
    const named = topOf(state.board).flatMap((group) => group.named);
    expect(shown).toEqual(named.map(({ seat, rank: place, points }) => ({ seat, place, points })));
  });
});

describe('a backup', () => {
  it('can be read by its owner alone, and overwrites nothing', async () => {
    expect(await backup('one')).toMatchObject({ code: 0 });
    const names = readdirSync(folder('one'));
    expect(names).toEqual(['log.db', 'trainoff.db']);
    const before = names.map((name) => statSync(join(folder('one'), name)));
    expect(before.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600]);

    const second = await backup('one');

    expect(second).toMatchObject({ code: 1 });
    expect(second.output).toContain('overwrites nothing');
    const after = names.map((name) => statSync(join(folder('one'), name)));
    expect(after.map(({ mtimeMs }) => mtimeMs)).toEqual(before.map(({ mtimeMs }) => mtimeMs));
  });

  it('that is taken after a name was erased does not hold it, and one from before does', async () => {
    const ada = await taught.seated('Xanthippe');
    await taught.seated('Quirinus');
    await backup('before');
    const path = `/api/sessions/${taught.id}/students/${ada.own?.seat ?? ''}/erase`;
    expect((await taught.browser.post(path)).body).toEqual({ erased: true });
    await backup('after');
    const holds = (name: string) =>
      ['Xanthippe', 'Quirinus'].filter((text) => bytesIn(folder(name)).includes(text));
    expect(holds('before')).toEqual(['Xanthippe', 'Quirinus']);
    expect(holds('after')).toEqual(['Quirinus']);
  });

  it('of a folder without data says so', async () => {
    const ran = await runScript('backup', ['--to', folder('none')], folder('nowhere'));
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.output).toContain('is DATA_DIR the one of the server?');
  });
});

describe('a restore', () => {
  it('is refused while a server uses the folder, which goes on as it was', async () => {
    await backup('one');
    const ran = await restore('one', server.dataDir);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.output).toContain(`A server is using ${server.dataDir}`);
    const phone = await taught.seated('Bo');
    expect(phone.own?.name).toBe('Bo');
  });

  it('is refused from a damaged copy, and touches nothing', async () => {
    await backup('one');
    await server.stop();
    const copy = join(folder('one'), 'log.db');
    truncateSync(copy, statSync(copy).size / 2);
    const ran = await restore('one', server.dataDir);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.output).toContain(`${copy} is damaged`);
    expect(readdirSync(server.dataDir).filter((name) => name.startsWith('before-restore'))).toEqual([]);
  });

  it('brings back what was there, phones included, and moves aside what came after', async () => {
    const phone = await taught.seated('Bo');
    await taught.drive(
      { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
      { type: 'open', step: 0 },
    );
    expect(await phone.command(FIRST_ANSWER)).toMatchObject({ ok: true });
    const { id } = (await taught.browser.post('/api/own-lessons', { copyOf: lessons[0]?.id })).body as Kept;
    await backup('one');
    expect((await taught.browser.post(`/api/own-lessons/${id}/delete`)).status).toBe(200);
    await taught.drive({ type: 'close', step: 0 }, { type: 'end' });
    await server.stop();

    expect(await restore('one', server.dataDir)).toMatchObject({ code: 0 });

    const aside = readdirSync(server.dataDir).filter((name) => name.startsWith('before-restore'));
    expect(aside).toHaveLength(1);
    expect(existsSync(join(server.dataDir, aside[0] ?? '', 'log.db'))).toBe(true);
    await server.restart();
    const browser = new Browser(server.base);
    expect((await browser.post('/api/sign-in', { name: 'Ada', password: 'correct horse' })).status).toBe(200);
    expect((await browser.get('/api/sessions')).body).toMatchObject([{ id: taught.id, endedAt: null }]);
    expect((await browser.get(`/api/own-lessons/${id}`)).body).toMatchObject({ number: 1, problems: [] });
    const room = (await contentOf(server.dataDir, taught.id)).events;
    expect(room.map(({ event }) => event.type)).toContain('submitted');
    expect(room.map(({ event }) => event.type)).not.toContain('session-ended');
  });
});
