import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionCard } from '#shared/api';
import { LARGEST_LESSON, type LessonCheck } from '#shared/lessons/api';
import type { Review } from '#shared/session/review';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { gate, lessonOf, single } from '../../support/lesson';
import { lessons } from '../../support/lessons';

let server: Running;
let teacher: Browser;

beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterEach(() => server.stop());

const lesson = lessonOf(single(), gate());
const broken = { ...lesson, steps: [{ ...single(), task: {} }] };
const noTask = { path: ['steps', 0, 'task'], code: 'empty' };

const CHECK = '/api/lessons/check';
const SESSIONS = '/api/sessions';

/** A text of so many bytes: JSON, and spaces behind it. */
const padded = (document: unknown, bytes: number) => JSON.stringify(document).padEnd(bytes);

const send = (path: string, body: string, browser = teacher) =>
  browser.send('POST', path, { origin: server.base, 'content-type': 'application/json' }, body);

describe('a teacher asks what is wrong with a document', () => {
  it('and hears nothing of one that can be played', async () => {
    const { status, body } = await teacher.post(CHECK, lesson);
    expect([status, body]).toEqual([200, { problems: [], draftProblems: [] } satisfies LessonCheck]);
  });

  it('and hears where and what, in the step’s configuration too', async () => {
    const { body } = await teacher.post(CHECK, {
      ...lesson,
      steps: [{ ...single(), task: {}, config: { options: [] } }],
    });
    const { problems, draftProblems } = body as LessonCheck;
    expect(problems).toContainEqual(noTask);
    expect(problems).toContainEqual({ path: ['steps', 0, 'config', 'right'], code: 'missing' });
    expect(draftProblems).toEqual([]);
  });

  it.each(lessons.map((one) => [one.id, one] as const))('%s has none', async (_id, one) => {
    expect((await teacher.post(CHECK, one)).body).toMatchObject({ problems: [] });
  });
});

describe('a session of a document', () => {
  it('is played like any other, and its list and review have the document’s texts', async () => {
    const own = { ...lesson, id: 'mine', title: { fr: 'Ma leçon' } };
    const { status, body } = await teacher.post(SESSIONS, { document: own });
    expect(status).toBe(200);
    const { id } = body as { id: string };
    const cards = (await teacher.get(SESSIONS)).body as SessionCard[];
    expect(cards.map(({ title }) => title)).toEqual([{ fr: 'Ma leçon' }]);
    const review = (await teacher.get(`/api/sessions/${id}/review`)).body as Review;
    expect([review.title, review.steps.length]).toEqual([{ fr: 'Ma leçon' }, 2]);
  });

  it('may be of a lesson from before there were versions', async () => {
    const { version: _none, ...old } = lesson;
    expect((await teacher.post(SESSIONS, { document: old })).status).toBe(200);
  });

  it('is refused with lesson-invalid and the problems, and nothing is begun', async () => {
    const answer = await teacher.post(SESSIONS, { document: broken });
    expect(answer).toMatchObject({ status: 400, body: { code: 'lesson-invalid', problems: [noTask] } });
    expect((await teacher.get(SESSIONS)).body).toEqual([]);
  });

  it.each([{}, { lesson: 'x', document: lesson }, { document: lesson, more: 1 }])(
    'is not asked for by %o',
    async (body) => {
      expect(await teacher.post(SESSIONS, body)).toMatchObject({ status: 400, body: { code: 'bad-packet' } });
    },
  );
});

describe('a document of', () => {
  it('1 MB is taken, by the check and by a session', async () => {
    expect((await send(CHECK, padded(lesson, LARGEST_LESSON))).status).toBe(200);
    const document = `{"document":${padded(lesson, LARGEST_LESSON)}}`;
    expect((await send(SESSIONS, document)).status).toBe(200);
  });

  it.each([CHECK, SESSIONS])('one byte more is lesson-too-large at %s', async (path) => {
    const around = path === SESSIONS ? '{"document":}'.length : 0;
    const answer = await send(path, padded(lesson, LARGEST_LESSON + around + 1));
    expect(answer).toMatchObject({ status: 413, body: { code: 'lesson-too-large' } });
  });

  it('a hundred thousand brackets, or of half a million numbers, is told in a moment', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect((await send(CHECK, `{"id":"deep","steps":${deep}}`)).body).toMatchObject({
      problems: [{ code: 'too-deep' }],
    });
    const long = `[${'1,'.repeat(500_000)}1]`;
    expect((await send(CHECK, `{"id":"long","steps":${long}}`)).body).toMatchObject({
      problems: [{ path: ['steps'], code: 'too-many-parts' }],
    });
  });

  it('no JSON is bad-packet', async () => {
    expect(await send(CHECK, '{"id":')).toMatchObject({ status: 400, body: { code: 'bad-packet' } });
  });

  it('a poisoned prototype is bad-packet', async () => {
    expect(await send(CHECK, '{"__proto__":{}}')).toMatchObject({
      status: 400,
      body: { code: 'bad-packet' },
    });
  });
});

describe('every other route', () => {
  it.each(['/api/sign-in', '/api/sessions/x/address', '/api/rehearsal/123456'])(
    '%s takes 64 kB',
    async (path) => {
      const answer = await send(path, JSON.stringify({ name: 'x'.repeat(65 * 1024) }));
      expect(answer).toMatchObject({ status: 413, body: { code: 'bad-packet' } });
    },
  );
});

describe('who is not signed in', () => {
  it.each([CHECK, SESSIONS])('is refused at %s before the document is read', async (path) => {
    const visitor = server.browser();
    expect(await visitor.post(path, lesson)).toMatchObject({ status: 401, body: { code: 'signed-out' } });
    expect(await send(path, '{"id":', visitor)).toMatchObject({ status: 401, body: { code: 'signed-out' } });
  });
});

describe('the schema of a lesson', () => {
  it('is there for every editor', async () => {
    const answer = await server.browser().get('/api/lesson.schema.json');
    expect(answer).toMatchObject({ status: 200, body: { title: 'A lesson of Trainoff' } });
  });
});
