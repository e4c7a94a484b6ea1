import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STORY_PATH, type SessionCard, type StoryLink } from '#shared/api';
import type { ClassStory } from '#shared/session/class-story';
import type { DeskView } from '#shared/session/views';
import { startApp, type Running } from '../../support/app';
import type { Answered, Browser } from '../../support/browser';
import { lessonOf, picks, single } from '../../support/lesson';
import { freshToken, Player } from '../../support/player';

const NAMES = ['Xanthippe', 'Zoroastra', 'Ermenegilda', 'Filiberto', 'Mira'];

let server: Running;
let teacher: Browser;
let id: string;
let code: string;
let desk: Player<DeskView>;
let players: { close: () => void }[];

const card = async (): Promise<SessionCard> => {
  const cards = (await teacher.get('/api/sessions')).body as SessionCard[];
  return cards.find((one) => one.id === id) as SessionCard;
};

/** A class of five answers the only step; the lesson has not ended yet. */
beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
  ({ id } = (await teacher.post('/api/sessions', { document: lessonOf(single()) })).body as { id: string });
  ({ code } = await card());
  const headers = { headers: { cookie: teacher.cookie, origin: server.base } };
  desk = new Player<DeskView>(server.base, { role: 'desk', session: id, code }, headers);
  await desk.arrived();
  const phones = NAMES.map(() => new Player(server.base, { role: 'phone', code, token: freshToken() }));
  players = [desk, ...phones];
  for (const [i, phone] of phones.entries()) {
    await phone.arrived();
    await phone.command({ type: 'join', name: NAMES[i] ?? '' });
  }
  await desk.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await desk.command({ type: 'open', step: 0 });
  for (const phone of phones)
    expect(await phone.command({ type: 'submit', step: 0, submission: picks('c') })).toMatchObject({
      ok: true,
    });
  await desk.command({ type: 'close', step: 0 });
  await desk.command({ type: 'reveal', step: 0 });
});

afterEach(async () => {
  for (const player of players) player.close();
  await server.stop();
});

async function end(): Promise<void> {
  await desk.command({ type: 'end' });
  while ((await card()).endedAt === null);
}

const share = async (): Promise<StoryLink> =>
  (await teacher.post(`/api/sessions/${id}/story`)).body as StoryLink;

const keyOf = ({ link }: StoryLink): string => link.split('#key=')[1] ?? '';

/** What somebody without an account gets with the key of a link. */
const read = (link: StoryLink): Promise<Answered> =>
  server.browser().get(STORY_PATH, { authorization: `Bearer ${keyOf(link)}` });

describe('the link to a story', () => {
  it('is made once the session is over, shows what all did without a name, and is kept as a hash alone', async () => {
    const early = await teacher.post(`/api/sessions/${id}/story`);
    expect(early).toMatchObject({ status: 400, body: { code: 'wrong-phase' } });
    await end();
    expect(await card()).toMatchObject({ shared: false });

    const made = await share();
    expect(made.link).toMatch(new RegExp(`^http://[^/]+/story/${code}#key=[\\w-]{43}$`));
    expect(await card()).toMatchObject({ shared: true });

    const { status, headers, body, text } = await read(made);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect((body as ClassStory).steps).toMatchObject([{ told: { few: false, answered: 5, right: 5 } }]);
    for (const name of NAMES) expect(text).not.toContain(name);

    const key = keyOf(made);
    const files = readdirSync(server.dataDir).map((file) => readFileSync(join(server.dataDir, file)));
    expect(files.some((bytes) => bytes.includes(key))).toBe(false);
  });

  it('is opened by a class of sixty behind one address at once, and guessing keys is limited', async () => {
    await end();
    const made = await share();
    const all = await Promise.all(Array.from({ length: 60 }, () => read(made)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    const guess = () => read({ link: `#key=${'x'.repeat(43)}` });
    for (let i = 0; i < 20; i++) expect(await guess()).toMatchObject({ status: 404 });
    expect(await guess()).toMatchObject({ status: 429, body: { code: 'too-many-guesses' } });
  });

  it('ends the one before, shows nothing while the session goes on, is taken back, and goes with the session', async () => {
    const gone = { status: 404, body: { code: 'not-found' } };
    await end();
    const first = await share();
    const second = await share();
    expect(await read(first)).toMatchObject(gone);
    expect((await read(second)).status).toBe(200);

    await desk.command({ type: 'undo-end' });
    while ((await card()).endedAt !== null);
    expect(await read(second)).toMatchObject({ status: 400, body: { code: 'wrong-phase' } });
    await end();
    expect((await read(second)).status).toBe(200);

    const back = await teacher.post(`/api/sessions/${id}/story/take-back`);
    expect(back.body).toMatchObject({ id, shared: false });
    expect(await read(second)).toMatchObject(gone);

    const third = await share();
    expect((await read(third)).status).toBe(200);
    await teacher.post(`/api/sessions/${id}/erase`);
    expect(await read(third)).toMatchObject(gone);
  });
});
