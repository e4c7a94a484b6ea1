import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RehearsalCard, SessionCard } from '#shared/api';
import type { DeskView, PhoneView } from '#shared/session/views';
import { stringsIn, type WithWritten } from '#shared/words';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { temporaryFolder } from '../../support/folder';
import { lessonOf, picks, single } from '../../support/lesson';
import { freshToken, Player } from '../../support/player';
import { wordedLesson } from '../../support/worded-lesson';

type Told = WithWritten<object>;

const EXPLANATION = wordedLesson.steps[0]?.explanation.it ?? '';
const TASK = wordedLesson.steps[0]?.task.it ?? '';

const folder = temporaryFolder();
let server: Running;
let teacher: Browser;

/** A folder of lessons in which the one that comes with the product has formulas. */
function withFormulas(): string {
  mkdirSync(join(folder.path, 'worded'), { recursive: true });
  writeFileSync(join(folder.path, 'lesson.schema.json'), '{}');
  writeFileSync(join(folder.path, 'worded', 'lesson.json'), JSON.stringify(wordedLesson));
  return folder.path;
}

beforeAll(async () => {
  server = await startApp({ lessons: withFormulas() });
  teacher = await server.teacher();
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function begin(document: unknown) {
  const { id } = (await teacher.post('/api/sessions', { document })).body as { id: string };
  const cards = (await teacher.get('/api/sessions')).body as SessionCard[];
  const { code } = cards.find((card) => card.id === id) as SessionCard;
  const headers = { headers: { cookie: teacher.cookie, origin: server.base } };
  const desk = new Player<DeskView>(server.base, { role: 'desk', session: id, code }, headers);
  const token = freshToken();
  const phone = new Player<PhoneView>(server.base, { role: 'phone', code, token });
  await Promise.all([desk.arrived(), phone.arrived()]);
  await phone.command({ type: 'join', name: 'Mira' });
  return { id, code, token, desk, phone };
}

/** From the lobby to the reveal of the first step. */
async function play({ desk, phone }: Awaited<ReturnType<typeof begin>>): Promise<void> {
  await desk.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await desk.command({ type: 'open', step: 0 });
  expect(await phone.command({ type: 'submit', step: 0, submission: picks('a') })).toMatchObject({
    ok: true,
  });
  await desk.command({ type: 'close', step: 0 });
  await desk.command({ type: 'reveal', step: 0 });
  await phone.until(() => phone.common?.step?.phase === 'revealed');
}

/** Every text that comes with HTML stands in the same frame. */
function expectOwn(told: Told): void {
  const { written = {}, ...rest } = told;
  const texts = new Set(stringsIn(rest));
  expect(Object.keys(written).filter((text) => !texts.has(text))).toEqual([]);
}

describe('a session of a lesson with formulas', () => {
  test('frames carry the HTML of their own texts; looking back, so does every answer', async () => {
    const room = await begin(wordedLesson);
    const { id, code, token, desk, phone } = room;
    await play(room);
    const frames = phone.frames as readonly Told[];
    for (const frame of [...frames, ...(desk.frames as readonly Told[])]) expectOwn(frame);
    const told = frames.flatMap(({ written }) => Object.entries(written ?? {}));
    expect(Object.fromEntries(told)[TASK]).toContain('<math');
    const before = frames.filter((frame) => !JSON.stringify(frame).includes(JSON.stringify(EXPLANATION)));
    expect(before.length).toBeGreaterThan(3);
    for (const frame of before) expect(JSON.stringify(frame)).not.toContain('sparisce');
    expect(Object.fromEntries(told)[EXPLANATION]).toContain('role="list"');

    await desk.command({ type: 'end' });
    const review = (await teacher.get(`/api/sessions/${id}/review`)).body as Told;
    const still = (await teacher.get(`/api/sessions/${id}/replay/3`)).body as Told;
    const own = (await server.browser().post('/api/own-review', { code, token })).body as Told;
    for (const body of [review, still, own]) {
      expect(Object.keys(body.written ?? {}).length).toBeGreaterThan(0);
      expectOwn(body);
    }
    expect(own.written?.[EXPLANATION]).toContain('role="list"');
    for (const player of [desk, phone]) player.close();
  });

  test('on paper too', async () => {
    for (const paper of ['booklet', 'sheet']) {
      const body = (await teacher.get(`/api/lessons/${wordedLesson.id}/${paper}`)).body as Told;
      expect(body.written?.[TASK]).toContain('<math');
      expectOwn(body);
      expect(JSON.stringify(body).includes('sparisce')).toBe(paper === 'booklet');
    }
  });

  test('a rehearsal of it has them as well', async () => {
    const begun = await teacher.post('/api/rehearsals', { lesson: wordedLesson.id });
    const { id: session } = begun.body as { id: string };
    const [card] = (await teacher.get('/api/rehearsals')).body as RehearsalCard[];
    const identity = { role: 'desk', session, code: card?.code ?? '' } as const;
    const headers = { headers: { cookie: teacher.cookie, origin: server.base } };
    const desk = new Player<DeskView>(server.base, identity, headers);
    await desk.arrived();
    const [whole] = desk.frames as readonly Told[];
    expect(whole?.written?.[wordedLesson.title.it ?? '']).toContain('<math');
    desk.close();
  });
});

test('the frames of a lesson without marks have nothing more', async () => {
  const room = await begin(lessonOf(single()));
  await play(room);
  const frames = [...room.phone.frames, ...room.desk.frames];
  expect(frames.length).toBeGreaterThan(6);
  expect(frames.filter((frame) => 'written' in frame)).toEqual([]);
  for (const player of [room.desk, room.phone]) player.close();
});

test('HTML that a document brings along is refused with it', async () => {
  const document = { ...wordedLesson, written: { [TASK]: '<b>mine</b>' } };
  const { status, body } = await teacher.post('/api/sessions', { document });
  expect([status, (body as { code: string }).code]).toEqual([400, 'lesson-invalid']);
});
