import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config as ChoiceConfig } from '#shared/activities/choice/index';
import type { SessionCard } from '#shared/api';
import type { OwnReview } from '#shared/session/own-review';
import type { Moment, Still } from '#shared/session/replayed';
import type { Review } from '#shared/session/review';
import type { DeskView, PhoneView, ScreenView } from '#shared/session/views';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { freshToken, Player } from '../../support/player';
import { sql } from '../../support/sql';
import { lessons } from '../../support/lessons';
import { opinionLesson } from '../../support/opinion-lesson';
import { roomCode } from '../../support/room-code';

let server: Running;
let teacher: Browser;
let players: { close: () => void }[];

beforeEach(async () => {
  players = [];
  server = await startApp();
  teacher = await server.teacher();
});

afterEach(async () => {
  for (const player of players) player.close();
  await server.stop();
});

function keep<P extends { close: () => void }>(player: P): P {
  players.push(player);
  return player;
}

async function listed(id: string): Promise<SessionCard | undefined> {
  const { body } = await teacher.get('/api/sessions');
  return (body as SessionCard[]).find((card) => card.id === id);
}

async function start(lesson: object = { lesson: lessons[0]?.id }) {
  const { body } = await teacher.post('/api/sessions', lesson);
  const { id } = body as { id: string };
  return { id, code: (await listed(id))?.code ?? '' };
}

async function desk(session: string) {
  const { cookie } = teacher;
  const code = await roomCode(teacher, session);
  const headers = { headers: { cookie, origin: server.base } };
  const player = keep(new Player<DeskView>(server.base, { role: 'desk', session, code }, headers));
  expect(await player.arrived()).toBeNull();
  return player;
}

async function seated(code: string, name: string) {
  const token = freshToken();
  const player = keep(new Player<PhoneView>(server.base, { role: 'phone', code, token }));
  expect(await player.arrived()).toBeNull();
  expect(await player.command({ type: 'join', name })).toMatchObject({ ok: true });
  await player.until(({ own }) => own !== null);
  return { token, player, seat: player.own?.seat ?? '' };
}

/** Goes through whatever the desk would do next until `until`. */
async function drive(host: Awaited<ReturnType<typeof desk>>, until: (view: DeskView) => boolean) {
  await host.until(({ common }) => common !== null);
  while (host.common && !until(host.common)) {
    const { next } = host.common;
    if (!next) throw new Error('the lesson is over');
    const before = host.seq;
    expect(await host.command(next as never)).toMatchObject({ ok: true });
    await host.until(({ seq }) => seq > before);
  }
}

/** Null: it is gone, as what a database has beside its file is a moment after it was closed. */
function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(join(server.dataDir, file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Every file of the installation that holds `text`, byte for byte. */
const holding = (text: string): string[] =>
  readdirSync(server.dataDir).filter((file) => bytesOf(file)?.includes(text));

describe('the replay', () => {
  it('has a moment for every event, and for each what the projector showed', async () => {
    const { id, code } = await start();
    const host = await desk(id);
    await seated(code, 'Mira');
    await drive(host, ({ step }) => step?.phase === 'revealed');
    const shown = host.common as ScreenView;
    const seq = host.seq;
    await host.command({ type: 'end' });

    const moments = (await teacher.get(`/api/sessions/${id}/replay`)).body as Moment[];
    expect(moments.map((moment) => moment.seq)).toEqual(moments.map((_, i) => i + 1));
    expect(moments[1]).toMatchObject({ type: 'seat-joined', name: 'Mira' });

    const still = (await teacher.get(`/api/sessions/${id}/replay/${seq}`)).body as Still;
    expect(shown).toMatchObject(still.view);
    expect(still.board).toMatchObject([{ name: 'Mira', points: 0 }]);
  });

  it.each(['0', 'last', '-1', '1e3'])('has no moment %s', async (seq) => {
    const { id } = await start();
    expect(await teacher.get(`/api/sessions/${id}/replay/${seq}`)).toMatchObject({ status: 400 });
  });
});

describe('the results as a table', () => {
  it('come as a file, with the names as they are and no formulas', async () => {
    const { id, code } = await start();
    await seated(code, '=1+1');
    const path = `/api/sessions/${id}/results.csv?table=students&language=it`;
    const { status, headers, text } = await teacher.get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="trainoff-[\d-]+-students\.csv"$/);
    expect(
      text.startsWith(
        '\uFEFFstudente;nome;posto;quota dei punti possibili (per mille);punti (i punti non sono voti)',
      ),
    ).toBe(true);
    expect(text).toContain(`;"'=1+1";`);
  });

  it('are named by the day that the page shows, and have commas in English', async () => {
    const { id, code } = await start();
    const path = `/api/sessions/${id}/results.csv?table=students&language=en&day=2026-11-27`;
    const { headers, text } = await teacher.get(path);
    const filename = `trainoff-2026-11-27-${code}-students.csv`;
    expect(headers['content-disposition']).toBe(`attachment; filename="${filename}"`);
    const columns = 'student,name,place,share of the points one could win (per thousand),points';
    expect(text.startsWith(`\uFEFF${columns} (points are not grades)`)).toBe(true);
  });

  it('have the answers in words', async () => {
    const { id, code } = await start();
    const host = await desk(id);
    const { player } = await seated(code, 'Mira');
    await drive(host, ({ step }) => step?.phase === 'open');
    const config = lessons[0]?.steps[0]?.config as ChoiceConfig;
    const picked = config.options[1]?.id ?? '';
    expect(await player.command({ type: 'submit', step: 0, submission: { picked: [picked] } })).toMatchObject(
      {
        ok: true,
      },
    );
    const { text } = await teacher.get(`/api/sessions/${id}/results.csv?table=submissions&language=it`);
    expect(text).toContain(`;B: ${config.options[1]?.text.it ?? ''};`);
    expect(text).not.toContain('picked');
  });

  it('have their times where their reader is, and no room for anything but the name of a zone', async () => {
    const { id, code } = await start();
    await seated(code, 'Mira');
    const get = (zone: string, language = 'en') =>
      teacher.get(`/api/sessions/${id}/results.csv?table=students&language=${language}&zone=${zone}`);
    const { body } = await teacher.get(`/api/sessions/${id}/review`);
    const inTokyo = new Date(Date.parse((body as Review).wall) + 9 * 3_600_000);
    const [day = '', time = ''] = inTokyo.toISOString().slice(0, 19).split('T');
    const { text } = await get('Asia/Tokyo');
    expect(text).toContain('start of the session (Asia/Tokyo)');
    expect(text).toContain(`,${day} ${time}`);
    expect((await get('Asia/Tokyo', 'it')).text).toContain(`;${day.split('-').reverse().join('/')} ${time}`);
    expect((await get('Nowhere')).text).toContain('start of the session (UTC)');
    for (const zone of ['', '%3DA1', 'Europe/Rome%0AX', 'a'.repeat(40)])
      expect(await get(zone)).toMatchObject({ status: 400, body: { code: 'bad-packet' } });
  });

  it('come as one workbook too, named by the day, with a sheet for each table', async () => {
    const { id, code } = await start();
    await seated(code, '=1+1');
    const path = `/api/sessions/${id}/results.xlsx?language=it&day=2026-11-27`;
    const { status, headers, bytes } = await teacher.get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('spreadsheetml.sheet');
    expect(headers['content-disposition']).toBe(`attachment; filename="trainoff-2026-11-27-${code}.xlsx"`);
    const parts = unzipSync(bytes);
    expect(strFromU8(parts['xl/workbook.xml'] ?? bytes)).toMatch(/name="Studenti".*name="Risposte"/);
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? bytes)).toContain('>=1+1</t>');
    for (const query of ['', 'language=fr', 'language=it&day=today', 'language=it&table=students'])
      expect(await teacher.get(`/api/sessions/${id}/results.xlsx?${query}`)).toMatchObject({ status: 400 });
  });

  it.each([
    'table=grades&language=it',
    'table=students&language=fr',
    'table=students',
    'table=students&language=it&day=27/11/2026',
    '',
  ])('are not to be had with %j', async (query) => {
    const { id } = await start();
    const answer = await teacher.get(`/api/sessions/${id}/results.csv?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-packet' } });
  });
});

describe("a student's own review", () => {
  it('is read with the secret of the seat once the session is over, also after a restart', async () => {
    const { id, code } = await start();
    const host = await desk(id);
    const { token } = await seated(code, 'Mira');
    const phone = server.browser();
    const early = await phone.post('/api/own-review', { code, token });
    expect(early).toMatchObject({ status: 400, body: { code: 'wrong-phase' } });
    await drive(host, ({ step }) => step?.phase === 'revealed');
    await host.command({ type: 'end' });

    const { status, body } = await phone.post('/api/own-review', { code, token });
    expect(status).toBe(200);
    const seen = body as OwnReview;
    expect(seen).toMatchObject({ name: 'Mira', title: lessons[0]?.title, counted: 1 });
    expect(seen.steps).toHaveLength(1);

    await server.app.close();
    const again = await startApp({ folder: server.dataDir });
    const later = await again.browser().post('/api/own-review', { code, token });
    expect(later.body).toEqual(body);
    await again.stop();
  });

  it('does not exist for other secrets, and guessing them is limited', async () => {
    const { id, code } = await start();
    const { token } = await seated(code, 'Mira');
    const host = await desk(id);
    await host.command({ type: 'end' });
    const guess = () => server.browser().post('/api/own-review', { code, token: freshToken() });
    expect(await guess()).toMatchObject({ body: { code: 'seat-unknown' } });
    for (let i = 0; i < 19; i++) await guess();
    expect(await guess()).toMatchObject({ status: 429, body: { code: 'too-many-guesses' } });
    // Nobody at the same address is kept from their own path by that.
    expect(await server.browser().post('/api/own-review', { code, token })).toMatchObject({ status: 200 });
  });
});

describe('erasing a student', () => {
  it('takes every name of theirs out of every file, out of the room and out of what is looked back at', async () => {
    const { id, code } = await start();
    const host = await desk(id);
    const { seat, player } = await seated(code, 'Xanthippe');
    await seated(code, 'Mira');
    await host.command({ type: 'rename', seat, name: 'Zoroastra' });
    await player.until(({ own }) => own?.name === 'Zoroastra');
    expect(holding('Zoroastra')).not.toEqual([]);
    await teacher.get(`/api/sessions/${id}/review`);

    const { status, body } = await teacher.post(`/api/sessions/${id}/students/${seat}/erase`);

    expect({ status, body }).toEqual({ status: 200, body: { erased: true } });
    for (const name of ['Xanthippe', 'xanthippe', 'Zoroastra', 'zoroastra'])
      expect(holding(name)).toEqual([]);
    expect(holding('Mira')).not.toEqual([]);
    await player.until(({ own }) => own?.name === '');
    await host.until(({ roster }) =>
      roster.some(({ rows }) => rows.some((row) => row.seat === seat && row.name === '')),
    );
    const past = (await teacher.get(`/api/sessions/${id}/review`)).body as Review;
    expect(past.students.map(({ name }) => name).sort()).toEqual(['', 'Mira']);
    expect((await teacher.get(`/api/sessions/${id}/replay`)).text).not.toContain('Zoroastra');
  });

  it('takes what they wrote with it, and from the class picture of a session that goes on', async () => {
    const index = opinionLesson.steps.findIndex(({ id: step }) => step === 'text');
    const { id, code } = await start({ document: opinionLesson });
    const host = await desk(id);
    const { seat, player } = await seated(code, 'Mira');
    const other = await seated(code, 'Bo');
    await host.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: index } });
    await host.command({ type: 'open', step: index });
    for (const [by, words] of [
      [player, 'Zoroastra wrote this'],
      [other.player, 'and Xerxes that'],
    ] as const)
      expect(await by.command({ type: 'submit', step: index, submission: { text: words } })).toMatchObject({
        ok: true,
      });
    await host.command({ type: 'close', step: index });
    const read = () => JSON.stringify(host.common?.hiddenPicture ?? null);
    await host.until(() => read().includes('Zoroastra'));
    expect(holding('Zoroastra')).not.toEqual([]);

    expect((await teacher.post(`/api/sessions/${id}/students/${seat}/erase`)).status).toBe(200);

    expect(holding('Zoroastra')).toEqual([]);
    expect(holding('Xerxes')).not.toEqual([]);
    await host.until(() => !read().includes('Zoroastra'));
    const past = (await teacher.get(`/api/sessions/${id}/review`)).text;
    expect(past).not.toContain('Zoroastra');
    expect(past).toContain('Xerxes');
  });

  it('is refused for a seat that is not there', async () => {
    const { id } = await start();
    const answer = await teacher.post(`/api/sessions/${id}/students/nobody-here/erase`);
    expect(answer.body).toEqual({ code: 'seat-unknown' });
  });
});

describe('erasing a session', () => {
  it('leaves nothing of it in any byte of any file: no id, no code, no name, no answer, no line in the list', async () => {
    const { id, code } = await start();
    await start();
    const host = await desk(id);
    const { token, player, seat } = await seated(code, 'Xanthippe');
    await host.command({ type: 'end' });
    await teacher.get(`/api/sessions/${id}/review`);
    expect(holding('Xanthippe')).not.toEqual([]);
    for (const text of [seat, id, code]) expect(holding(text)).not.toEqual([]);

    expect((await teacher.post(`/api/sessions/${id}/erase`)).body).toEqual({ erased: true });

    for (const text of ['Xanthippe', 'xanthippe', seat, id, code]) expect(holding(text)).toEqual([]);
    expect(await listed(id)).toBeUndefined();
    expect(await teacher.get(`/api/sessions/${id}/review`)).toMatchObject({ status: 404 });
    const own = await server.browser().post('/api/own-review', { code, token });
    expect(own.body).toEqual({ code: 'seat-unknown' });
    await player.until(({ bye }) => bye !== null);
  });

  it('is made whole by the next start where an earlier build, or a reader of the file, left something', async () => {
    const { id, code } = await start();
    await (await desk(id)).command({ type: 'end' });
    await server.app.close();
    // As it was deleted until now: the row is gone, its bytes are not.
    sql(server.dataDir, 'DELETE FROM Session WHERE id = ?', id);
    expect(holding(code)).toContain('trainoff.db');

    const again = await startApp({ folder: server.dataDir });
    for (const text of [id, code])
      expect(holding(text).filter((file) => file.startsWith('trainoff'))).toEqual([]);
    await again.stop();
  });

  it('waits for its end', async () => {
    const { id } = await start();
    const answer = await teacher.post(`/api/sessions/${id}/erase`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'wrong-phase' } });
    expect(await listed(id)).toBeDefined();
  });
});

describe('retention', () => {
  it('says when a session will be deleted, unless it is kept', async () => {
    const { id } = await start();
    expect(await listed(id)).toMatchObject({ kept: false, deletedAt: null });
    await (await desk(id)).command({ type: 'end' });
    const card = await listed(id);
    const days = Date.parse(card?.deletedAt ?? '') - Date.parse(card?.endedAt ?? '');
    expect(days).toBe(30 * 86_400_000);

    const kept = await teacher.post(`/api/sessions/${id}/keep`, { kept: true });
    expect(kept.body).toMatchObject({ kept: true, deletedAt: null });
    expect(await listed(id)).toMatchObject({ kept: true, deletedAt: null });
  });

  it('deletes at the next start what is older, with its names, and not what is kept', async () => {
    const [old, dear] = [await start(), await start()];
    for (const [session, name] of [
      [old, 'Xanthippe'],
      [dear, 'Zoroastra'],
    ] as const) {
      await seated(session.code, name);
      await (await desk(session.id)).command({ type: 'end' });
    }
    await teacher.post(`/api/sessions/${dear.id}/keep`, { kept: true });
    await server.app.close();
    sql(server.dataDir, 'UPDATE Session SET endedAt = ?', '2020-01-01T00:00:00.000+00:00');

    const again = await startApp({ folder: server.dataDir });
    const back = again.browser();
    await back.post('/api/sign-in', { name: 'Ada', password: 'correct horse' });
    await again.app.close();

    expect(holding('Xanthippe')).toEqual([]);
    expect(holding('Zoroastra')).not.toEqual([]);
    expect(sql(server.dataDir, 'SELECT id FROM Session')).toEqual([{ id: dear.id }]);
    await again.stop();
  });
});

describe('all of it', () => {
  it('is for the teacher whose session it is, signed in', async () => {
    const { id } = await start();
    const stranger = server.browser();
    for (const path of ['review', 'replay', 'replay/1', 'results.csv?table=students&language=it'])
      expect(await stranger.get(`/api/sessions/${id}/${path}`)).toMatchObject({ status: 401 });
    for (const path of ['keep', 'erase', 'students/someone-else/erase'])
      expect(await stranger.post(`/api/sessions/${id}/${path}`)).toMatchObject({ status: 401 });
    for (const path of ['review', 'replay', 'replay/1', 'results.csv?table=students&language=it'])
      expect(await teacher.get(`/api/sessions/nowhere/${path}`)).toMatchObject({ status: 404 });
  });
});
