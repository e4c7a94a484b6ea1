import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionCard } from '#shared/api';
import { onPostgres } from '../../support/on-postgres';
import { freshToken } from '../../support/player';
import { startTwo, type Two } from '../../support/two-apps';

let two: Two;
let id: string;
let code: string;

beforeEach(async () => {
  two = await startTwo();
  ({ id, code } = await two.session());
});
afterEach(() => two.stop());

const review = async (of: 'ada' | 'there') => (await two[of].get(`/api/sessions/${id}/review`)).text;

/** The rows that are left of a session, by table. */
const rows = async () => {
  const counted = await onPostgres(
    two.database.url,
    `SELECT (SELECT count(*) FROM log_event)::int AS events, (SELECT count(*) FROM log_personal)::int AS names,
       (SELECT count(*) FROM log_beside)::int AS words, (SELECT count(*) FROM log_running)::int AS codes,
       (SELECT count(*) FROM "Session")::int AS sessions`,
  );
  return counted[0];
};

/** Ends the connections by which both servers hear of each other. */
const deafen = () =>
  onPostgres(
    two.database.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'trainoff beside' AND query ~ '^(LISTEN|SELECT 1)'`,
  );

describe('a student who is erased by a server that does not have the session', () => {
  it('is shown without a name where it is played, and found by none of them', async () => {
    const { one, ada, there } = two;
    const phone = await two.join(one, code, 'Zoroastra');
    await two.join(one, code, 'Mira');
    const desk = await two.desk(ada, id, code);
    expect(await review('ada')).toContain('Zoroastra');
    expect(await review('there')).toContain('Zoroastra');
    const shown = desk.roster.length;
    const erased = await there.post(`/api/sessions/${id}/students/${phone.own?.seat}/erase`, null);
    expect(erased.status).toBe(200);
    await desk.until(
      ({ roster }) => roster.length > shown && !JSON.stringify(roster.at(-1)).includes('Zoroastra'),
    );
    expect(JSON.stringify(desk.roster.at(-1))).toContain('Mira');
    for (const of of ['ada', 'there'] as const) {
      const told = await review(of);
      expect(told).toContain('Mira');
      expect(told).not.toContain('Zoroastra');
    }
    expect(await rows()).toMatchObject({ names: 1 });
  });

  it('is shown without a name also where the news of it was lost', async () => {
    const { one, ada, there } = two;
    const phone = await two.join(one, code, 'Zoroastra');
    const desk = await two.desk(ada, id, code);
    expect(await review('ada')).toContain('Zoroastra');
    const shown = desk.roster.length;
    const erased = deafen().then(() =>
      there.post(`/api/sessions/${id}/students/${phone.own?.seat}/erase`, null),
    );
    expect((await erased).status).toBe(200);
    await desk.until(
      ({ roster }) => roster.length > shown && !JSON.stringify(roster.at(-1)).includes('Zoroastra'),
    );
    await expect.poll(() => review('ada')).not.toContain('Zoroastra');
  });
});

it('a session that is erased by one server can be read from none, and nothing of it stands in the database', async () => {
  const { one, ada, there } = two;
  const token = freshToken();
  const phone = await two.join(one, code, 'Zoroastra', token);
  const desk = await two.desk(ada, id, code);
  expect(await desk.command({ type: 'end' })).toMatchObject({ ok: true });
  const listed = async () => ((await there.get('/api/sessions')).body as SessionCard[])[0]?.endedAt;
  await expect.poll(listed).not.toBeNull();
  const own = (browser: typeof ada) => browser.post(`/api/own-review?room=${code}`, { code, token });
  for (const browser of [ada, there]) expect((await own(browser)).status).toBe(200);
  expect((await there.post(`/api/sessions/${id}/erase`, null)).status).toBe(200);
  for (const browser of [ada, there]) {
    expect((await browser.get('/api/sessions')).body).toEqual([]);
    expect((await browser.get(`/api/sessions/${id}/review`)).status).toBe(404);
    await expect.poll(async () => (await own(browser)).body).toEqual({ code: 'seat-unknown' });
  }
  await phone.until(({ bye }) => bye !== null);
  expect(await rows()).toEqual({ events: 0, names: 0, words: 0, codes: 0, sessions: 0 });
});

it('an erasure is noted, so that the tables of names are written anew in the night', async () => {
  const phone = await two.join(two.one, code, 'Zoroastra');
  await two.there.post(`/api/sessions/${id}/students/${phone.own?.seat}/erase`, null);
  const noted = await onPostgres(two.database.url, `SELECT value FROM "Setting" WHERE key = 'erased-since'`);
  expect(noted).toHaveLength(1);
});
