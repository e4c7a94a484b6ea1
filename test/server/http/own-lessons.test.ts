import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SessionCard } from '#shared/api';
import type { DeletedCard, Kept, LessonCard, OwnLesson, VersionCard } from '#shared/lessons/api';
import { LARGEST_LESSON } from '#shared/lessons/api';
import type { Written } from '#shared/exchange/report';
import type { Lesson } from '#shared/lessons/lesson';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { gate, lessonOf, single } from '../../support/lesson';
import { lessons } from '../../support/lessons';
import { sql } from '../../support/sql';

let server: Running;
let teacher: Browser;
let other: Browser;

beforeAll(async () => {
  server = await startApp();
  teacher = await server.teacher();
  other = server.browser();
  const link = await server.link('Bob', '--add');
  await other.post('/api/first-teacher', { link, name: 'Bob', password: 'battery staple' });
});
afterAll(() => server.stop());
beforeEach(() => sql(server.dataDir, 'DELETE FROM Lesson'));

const OWN = '/api/own-lessons';
const lesson: Lesson = { ...lessonOf(single(), gate()), id: 'mine' };
const unfinished = { version: 1, id: 'draft', steps: [{ id: 'a', kind: 'choice' }] };
const builtIn = lessons[0] as Lesson;

const post = async (path: string, body: unknown = {}, browser = teacher) =>
  (await browser.post(path, body)).body;
const get = async (path: string, browser = teacher) => (await browser.get(path)).body;
const add = async (document: unknown = lesson) => (await post(OWN, { document })) as Kept;
const open = async (id = 'mine') => (await get(`${OWN}/${id}`)) as OwnLesson;
const save = (document: unknown, from: number, id = 'mine') =>
  teacher.put(`${OWN}/${id}`, { document, from });
const refusal = async (answer: ReturnType<Browser['get']>) => {
  const { status, body } = await answer;
  return [status, (body as { code: string }).code];
};
const shelf = async (browser = teacher) => (await get('/api/lessons', browser)) as LessonCard[];

/** Gives the teacher, who has the lesson, so many of it. */
function more(count: number): void {
  const [row] = sql(server.dataDir, "SELECT id FROM Teacher WHERE name = 'Ada'") as { id: string }[];
  sql(
    server.dataDir,
    `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO Lesson (teacherId, id) SELECT ?, 'more-' || i FROM n`,
    row?.id,
  );
  sql(
    server.dataDir,
    `INSERT INTO LessonVersion SELECT l.teacherId, l.id, 1, v.savedAt, v.title, v.about, v.tags, v.steps, v.stepCount,
       v.ready, v.size, v.document FROM Lesson l JOIN LessonVersion v ON v.lessonId = 'mine' WHERE l.id != 'mine'`,
  );
}

describe('a lesson of one’s own', () => {
  it('is kept as it was sent, and opened as it was kept', async () => {
    expect(await add()).toMatchObject({ id: 'mine', number: 1, problems: [] });
    expect(await open()).toMatchObject({ id: 'mine', number: 1, document: lesson, problems: [] });
  });

  it('may be unfinished, and says what is missing', async () => {
    const { problems } = await add(unfinished);
    expect(problems).toContainEqual({ path: ['title'], code: 'missing' });
    expect(problems).toContainEqual({ path: ['steps', 0, 'config'], code: 'missing' });
    expect(await open('draft')).toMatchObject({ document: unfinished, problems });
  });

  it('has its titles as they are shown, on the shelf and where it is opened', async () => {
    await add({ ...unfinished, title: { it: 'Reti e $\\sigma$' } });
    const written = { 'Reti e $\\sigma$': expect.stringContaining('<math') as string };
    expect(await open('draft')).toMatchObject({ written });
    expect(await shelf()).toContainEqual(expect.objectContaining({ id: 'draft', written }));
  });

  it('of an earlier version is kept in the words of today', async () => {
    const config = { gate: 'and' };
    await add({ id: 'old', steps: [{ id: 'a', kind: 'perceptron', config }] });
    expect((await open('old')).document).toEqual({
      ...{ version: 1, id: 'old', steps: [{ id: 'a', kind: 'gate', config }] },
    });
  });

  it('is refused with what is wrong, if it is none', async () => {
    const answer = await teacher.post(OWN, { document: { ...lesson, steps: 'none' } });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'lesson-invalid', problems: [{ path: ['steps'], code: 'wrong-type' }] },
    });
    expect(await refusal(teacher.post(OWN, { document: 7 }))).toEqual([400, 'lesson-invalid']);
  });

  it('gets another id where its own is taken, by a lesson, by one that was put away, by a built-in one, by a path', async () => {
    await add();
    expect((await add()).id).toBe('mine-2');
    await post(`${OWN}/mine-2/delete`);
    expect((await add()).id).toBe('mine-3');
    expect((await open('mine-3')).document).toEqual({ ...lesson, id: 'mine-3' });
    expect((await add({ ...lesson, id: builtIn.id })).id).toBe(`${builtIn.id}-2`);
    expect((await add({ ...lesson, id: 'deleted' })).id).toBe('deleted-2');
    const long = 'x'.repeat(40);
    await add({ ...lesson, id: long });
    expect((await add({ ...lesson, id: long })).id).toBe(`${'x'.repeat(38)}-2`);
  });

  it('does not exist for another teacher, who may have one of the same id', async () => {
    await add();
    for (const path of ['', '/versions', '/versions/1'])
      expect(await refusal(other.get(`${OWN}/mine${path}`))).toEqual([404, 'unknown-lesson']);
    expect(await refusal(other.put(`${OWN}/mine`, { document: lesson, from: 1 }))).toEqual([
      404,
      'unknown-lesson',
    ]);
    for (const path of [`${OWN}/mine/delete`, `${OWN}/mine/restore`])
      expect(await refusal(other.post(path))).toEqual([404, 'unknown-lesson']);
    expect(await refusal(other.post(OWN, { copyOf: 'mine' }))).toEqual([404, 'unknown-lesson']);
    expect(await refusal(other.post('/api/sessions', { lesson: 'mine' }))).toEqual([404, 'unknown-lesson']);
    expect(await refusal(other.get('/api/lessons/mine/booklet'))).toEqual([404, 'unknown-lesson']);
    expect(await refusal(other.get('/api/lessons/mine/file?format=trainoff&language=it'))).toEqual([
      404,
      'unknown-lesson',
    ]);
    expect((await shelf(other)).filter(({ own }) => own)).toEqual([]);
    expect(await post(OWN, { document: lesson }, other)).toMatchObject({ id: 'mine', number: 1 });
    expect(await get(`${OWN}/mine/versions`)).toHaveLength(1);
  });

  it('is one of five hundred at most', async () => {
    await add();
    more(500);
    expect(await refusal(teacher.post(OWN, { document: lesson }))).toEqual([400, 'too-many-lessons']);
    expect(await refusal(teacher.post(OWN, { copyOf: builtIn.id }))).toEqual([400, 'too-many-lessons']);
    await post(`${OWN}/more-2/delete`);
    expect(await add()).toMatchObject({ id: 'mine-2' });
    expect(await refusal(teacher.post(`${OWN}/more-2/restore`))).toEqual([400, 'too-many-lessons']);
  });

  it('is one of a thousand with those that were put away, however few are left', async () => {
    await add();
    more(1_000);
    sql(server.dataDir, `UPDATE Lesson SET deletedAt = 1 WHERE id != 'mine'`);
    expect(await refusal(teacher.post(OWN, { document: lesson }))).toEqual([400, 'too-many-lessons']);
    sql(server.dataDir, `DELETE FROM Lesson WHERE id = 'more-2'`);
    expect(await add()).toMatchObject({ id: 'mine-2' });
  });
});

describe('a copy', () => {
  it('of a built-in lesson has an id of its own and says that it is one, and is the same otherwise', async () => {
    const { id, problems } = (await post(OWN, { copyOf: builtIn.id })) as Kept;
    expect([id, problems]).toEqual([`${builtIn.id}-2`, []]);
    const title = { it: `${builtIn.title.it ?? ''} (copia)`, en: `${builtIn.title.en ?? ''} (copy)` };
    expect((await open(id)).document).toEqual({ ...builtIn, id, title });
  });

  it('of one’s own is one of what it is now; other languages keep their title', async () => {
    await add({ ...lesson, title: { fr: 'Leçon', 'en-GB': 'Lesson', it: '' } });
    expect(await post(OWN, { copyOf: 'mine' })).toMatchObject({ id: 'mine-2' });
    const title = { fr: 'Leçon', 'en-GB': 'Lesson (copy)', it: '' };
    expect((await open('mine-2')).document).toMatchObject({ title });
    expect((await open('mine')).number).toBe(1);
  });

  it('is numbered where there is one already, also if it is a copy of that one', async () => {
    await add({ ...lesson, title: { it: 'Reti', en: 'Networks', fr: 'Réseaux' } });
    const copied = async (copyOf: string) => {
      const { id } = (await post(OWN, { copyOf })) as Kept;
      return { id, title: ((await open(id)).document as Lesson).title };
    };
    const first = await copied('mine');
    expect(first.title).toEqual({ it: 'Reti (copia)', en: 'Networks (copy)', fr: 'Réseaux' });
    const second = await copied(first.id);
    expect(second.title).toMatchObject({ it: 'Reti (copia 2)', en: 'Networks (copy 2)' });
    expect((await copied(second.id)).title).toMatchObject({ it: 'Reti (copia 3)' });
    expect((await copied('mine')).title).toMatchObject({ it: 'Reti (copia 4)' });
  });

  it('of nothing is none', async () => {
    expect(await refusal(teacher.post(OWN, { copyOf: 'nothing' }))).toEqual([404, 'unknown-lesson']);
  });
});

describe('a save', () => {
  it('is a version, and every one before it can be opened', async () => {
    await add();
    const second = { ...lesson, title: { it: 'Due' } };
    expect((await save(second, 1)).body).toMatchObject({ id: 'mine', number: 2, problems: [] });
    expect(await open()).toMatchObject({ number: 2, document: second });
    expect(await get(`${OWN}/mine/versions/1`)).toMatchObject({ number: 1, document: lesson });
    expect((await get(`${OWN}/mine/versions`)) as VersionCard[]).toMatchObject([
      { number: 2, steps: 2 },
      { number: 1, steps: 2 },
    ]);
  });

  it('of two writers on one version is one: the other is told, and what each wrote last can be saved on top', async () => {
    await add();
    const [one, two] = [
      { ...lesson, title: { it: 'Una' } },
      { ...lesson, title: { it: 'Altra' } },
    ];
    const answers = await Promise.all([save(one, 1), save(two, 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.findIndex(({ status }) => status === 409);
    expect(answers[lost]?.body).toEqual({ code: 'lesson-changed' });
    const [won, again] = lost === 0 ? [two, one] : [one, two];
    expect(await open()).toMatchObject({ number: 2, document: won });
    expect((await save(again, 2)).body).toMatchObject({ number: 3 });
    expect(await get(`${OWN}/mine/versions/2`)).toMatchObject({ document: won });
  });

  it('that is sent again, because its answer got lost, is told as it was', async () => {
    await add();
    const second = { ...lesson, title: { it: 'Due' } };
    const first = await save(second, 1);
    expect((await save(second, 1)).body).toEqual(first.body);
    expect(await get(`${OWN}/mine/versions`)).toHaveLength(2);
    await save(lesson, 2);
    expect(await refusal(save(second, 1))).toEqual([409, 'lesson-changed']);
  });

  it('of a document with another id, of no lesson, or of a built-in one is refused', async () => {
    await add();
    expect((await save({ ...lesson, id: 'yours' }, 1)).body).toEqual({
      ...{ code: 'lesson-invalid', problems: [{ path: ['id'], code: 'does-not-fit' }] },
    });
    expect(await refusal(save({ ...lesson, id: 'none' }, 1, 'none'))).toEqual([404, 'unknown-lesson']);
    expect(await refusal(save(builtIn, 1, builtIn.id))).toEqual([400, 'lesson-built-in']);
    expect(await refusal(teacher.post(`${OWN}/${builtIn.id}/delete`))).toEqual([400, 'lesson-built-in']);
    expect(await refusal(save({ ...lesson, version: 2 }, 1))).toEqual([400, 'lesson-invalid']);
    expect((await open()).number).toBe(1);
  });

  it.each([{}, { document: lesson }, { document: lesson, from: -1 }, { document: lesson, from: 1.5 }, []])(
    'is not asked for by %o',
    async (body) => {
      await add();
      expect(await refusal(teacher.put(`${OWN}/mine`, body))).toEqual([400, 'bad-packet']);
    },
  );

  it('lets go of old ones, but not of the newest fifty, nor of the last', async () => {
    await add();
    for (let number = 1; number < 60; number++) await save({ ...lesson, title: { it: `${number}` } }, number);
    const numbers = ((await get(`${OWN}/mine/versions`)) as VersionCard[]).map(({ number }) => number);
    expect(numbers.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, i) => 60 - i));
    expect(numbers).not.toContain(1);
    expect(await refusal(save(lesson, 1))).toEqual([409, 'lesson-changed']);
  });
});

describe('what was put away', () => {
  it('is on no shelf and starts nothing, and comes back as it was', async () => {
    await add();
    await save({ ...lesson, title: { it: 'Due' } }, 1);
    expect((await teacher.post(`${OWN}/mine/delete`)).status).toBe(200);
    expect(await refusal(teacher.get(`${OWN}/mine`))).toEqual([404, 'unknown-lesson']);
    expect(await refusal(save(lesson, 2))).toEqual([404, 'unknown-lesson']);
    expect(await refusal(teacher.post('/api/sessions', { lesson: 'mine' }))).toEqual([404, 'unknown-lesson']);
    expect((await shelf()).filter(({ own }) => own)).toEqual([]);
    const away = (await get(`${OWN}/deleted`)) as DeletedCard[];
    expect(away).toMatchObject([{ id: 'mine', title: { it: 'Due' } }]);
    expect(await get(`${OWN}/deleted`, other)).toEqual([]);
    expect((await teacher.post(`${OWN}/mine/restore`)).status).toBe(200);
    expect(await open()).toMatchObject({ number: 2, document: { title: { it: 'Due' } } });
    expect(await get(`${OWN}/deleted`)).toEqual([]);
  });
});

describe('the shelf', () => {
  it('has one’s own first, saved last first, and then what comes with the product', async () => {
    await add();
    await add({ ...unfinished, tags: ['fisica'] });
    await save({ ...lesson, short: ['gate'] }, 1);
    const cards = await shelf();
    expect(cards.map(({ id }) => id)).toEqual(['mine', 'draft', ...lessons.map(({ id }) => id)]);
    const [mine, draft, first] = cards;
    expect(mine).toMatchObject({ title: lesson.title, own: { number: 2, ready: true }, playedAt: null });
    expect(mine?.steps).toEqual(
      lesson.steps.map(({ id, kind, title, seconds }) => ({ kind, title, seconds, star: id === 'gate' })),
    );
    expect(draft).toMatchObject({ title: {}, about: {}, tags: ['fisica'], own: { number: 1, ready: false } });
    expect(draft?.steps).toEqual([{ kind: 'choice', title: {}, seconds: null, star: false }]);
    expect(first).toMatchObject({ id: builtIn.id, own: null });
  });

  it('means one’s own where a later build brings a lesson with the same id', async () => {
    await add();
    sql(server.dataDir, "UPDATE Lesson SET id = ? WHERE id = 'mine'", builtIn.id);
    const cards = await shelf();
    expect(cards.filter(({ id }) => id === builtIn.id)).toMatchObject([{ title: lesson.title, own: {} }]);
    expect(cards).toHaveLength(lessons.length);
    expect(await get(`/api/lessons/${builtIn.id}/sheet`)).toMatchObject({ title: lesson.title });
  });

  it('says when each lesson was last played by this teacher', async () => {
    await add();
    await post('/api/sessions', { lesson: builtIn.id });
    await post('/api/sessions', { lesson: 'mine' });
    await post('/api/sessions', { lesson: 'mine' });
    const [latest] = (await get('/api/sessions')) as SessionCard[];
    const played = new Map((await shelf()).map(({ id, playedAt }) => [id, playedAt]));
    expect(played.get('mine')).toBe(latest?.createdAt);
    expect(played.get(builtIn.id)).not.toBeNull();
    expect(played.get(lessons[1]?.id ?? '')).toBeNull();
    expect((await shelf(other)).every(({ playedAt }) => playedAt === null)).toBe(true);
  });
});

describe('a lesson of one’s own is used like any other', () => {
  it('for a rehearsal and on paper', async () => {
    await add();
    expect((await teacher.post('/api/rehearsals', { lesson: 'mine' })).status).toBe(200);
    for (const paper of ['booklet', 'sheet'])
      expect(await get(`/api/lessons/mine/${paper}`)).toMatchObject({ title: lesson.title });
  });

  it('but not before it is finished, and then it is said what is missing', async () => {
    const { problems } = await add(unfinished);
    for (const path of ['/api/sessions', '/api/rehearsals'])
      expect(await teacher.post(path, { lesson: 'draft' })).toMatchObject({
        ...{ status: 400, body: { code: 'lesson-invalid', problems } },
      });
    expect(await refusal(teacher.get('/api/lessons/draft/booklet'))).toEqual([400, 'lesson-invalid']);
  });
});

describe('a lesson as a file', () => {
  const path = (id: string, more = '') => `/api/lessons/${id}/file?format=trainoff&language=it${more}`;

  it('is its document, whether it is finished, one’s own or built-in', async () => {
    await add();
    await add(unfinished);
    for (const document of [lesson, unfinished, builtIn]) {
      const file = await teacher.get(path(document.id));
      expect(file.body).toEqual(document);
      expect(file.headers['content-disposition']).toBe(`attachment; filename="${document.id}.trainoff.json"`);
    }
  });

  it('taken in again is the same lesson', async () => {
    await add();
    const { body } = await teacher.get(path('mine'));
    expect(await add(body)).toMatchObject({ id: 'mine-2', problems: [] });
    expect((await open('mine-2')).document).toEqual({ ...lesson, id: 'mine-2' });
  });

  it('has a report, which says that nothing is lost', async () => {
    await add();
    const { text, lost } = (await get(path('mine', '&report=yes'))) as { text: string; lost: unknown };
    expect([JSON.parse(text), lost]).toEqual([lesson, []]);
  });

  it.each([
    ['gift', 'text/plain', 'gift'],
    ['moodle-xml', 'application/xml', 'xml'],
  ])(
    'is written in %s as far as that holds it, and the report says what is lost',
    async (format, type, ending) => {
      await add();
      const address = `/api/lessons/mine/file?format=${format}&language=en`;
      const { headers, text } = await teacher.get(address);
      expect(headers['content-type']).toContain(type);
      expect(headers['content-disposition']).toBe(`attachment; filename="mine.${ending}"`);
      expect(text).toContain('option c');
      const report = (await get(`${address}&report=yes`)) as Written;
      expect(report.text).toBe(text);
      expect(report.lost.find(({ step }) => step === 1)?.lost).toMatchObject([
        { code: 'not-in-this-format' },
      ]);
    },
  );

  it.each(['?format=docx&language=it', '?format=trainoff', '?format=trainoff&language=1', ''])(
    'is not asked for by %s',
    async (query) => {
      expect(await refusal(teacher.get(`/api/lessons/${builtIn.id}/file${query}`))).toEqual([
        400,
        'bad-packet',
      ]);
    },
  );
});

describe('a document of', () => {
  const send = (method: string, path: string, body: string, browser = teacher) =>
    browser.send(method, path, { origin: server.base, 'content-type': 'application/json' }, body);
  const padded = (bytes: number) => JSON.stringify(lesson).padEnd(bytes);

  it('1 MB is kept and saved; of more it is lesson-too-large', async () => {
    const document = padded(LARGEST_LESSON);
    expect((await send('POST', OWN, `{"document":${document}}`)).status).toBe(200);
    expect((await send('PUT', `${OWN}/mine`, `{"document":${document},"from":1}`)).status).toBe(200);
    const larger = padded(LARGEST_LESSON + 1);
    expect(await refusal(send('POST', OWN, `{"document":${larger}}`))).toEqual([413, 'lesson-too-large']);
    const far = padded(LARGEST_LESSON + 100);
    expect(await refusal(send('PUT', `${OWN}/mine`, `{"document":${far},"from":2}`))).toEqual([
      413,
      'lesson-too-large',
    ]);
  });

  it('no JSON is bad-packet', async () => {
    for (const body of ['', '{"document":', '{"document":{"__proto__":{}}}'])
      expect(await refusal(send('POST', OWN, body))).toEqual([400, 'bad-packet']);
    expect(await refusal(teacher.post(OWN, { document: lesson, copyOf: 'mine' }))).toEqual([
      400,
      'bad-packet',
    ]);
    expect(await refusal(teacher.get(`${OWN}/mine/versions/0`))).toEqual([400, 'bad-packet']);
  });

  it('somebody who is not signed in is not read', async () => {
    const visitor = server.browser();
    for (const [method, path] of [
      ['POST', OWN],
      ['PUT', `${OWN}/mine`],
    ] as const)
      expect(await refusal(send(method, path, '{"document":', visitor))).toEqual([401, 'signed-out']);
    for (const path of [`${OWN}/mine`, `${OWN}/deleted`, `${OWN}/mine/versions`, '/api/lessons'])
      expect(await refusal(visitor.get(path))).toEqual([401, 'signed-out']);
    expect(await refusal(visitor.get('/api/lessons/mine/file?format=trainoff&language=it'))).toEqual([
      401,
      'signed-out',
    ]);
  });
});
