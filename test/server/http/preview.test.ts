import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Preview } from '#shared/lessons/api';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { lessons } from '../../support/lessons';

let server: Running;
let teacher: Browser;

beforeAll(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterAll(() => server.stop());

const [lesson] = lessons;

it('a teacher sees a step of a lesson that is being written', async () => {
  const { status, body } = await teacher.post('/api/lessons/preview', { document: lesson, step: 0 });
  expect(status).toBe(200);
  expect((body as Preview).shown?.kind).toBe(lesson?.steps[0]?.kind);
});

it('formulas and marks come with it as they are shown', async () => {
  const first = lesson?.steps[0];
  const document = { ...lesson, steps: [{ ...first, task: { it: 'Quanto fa $w \\cdot x$?' } }] };
  const { body } = await teacher.post('/api/lessons/preview', { document, step: 0 });
  expect((body as Preview).written['Quanto fa $w \\cdot x$?']).toContain('<math');
});

it('so do the titles of all steps, also while the one that is looked at cannot be seen', async () => {
  const titled = { id: 'titled', kind: 'choice', title: { it: 'Che cos’è $\\sigma$?' } };
  const document = { title: { it: '**Reti**' }, steps: [{ id: 'empty', kind: 'choice' }, titled] };
  const { shown, written } = (await teacher.post('/api/lessons/preview', { document, step: 0 }))
    .body as Preview;
  expect(shown).toBeNull();
  expect(written['Che cos’è $\\sigma$?']).toContain('<math');
  expect(written['**Reti**']).toBe('<strong>Reti</strong>');
});

it('who is not signed in sees nothing', async () => {
  const { status, body } = await server.browser().post('/api/lessons/preview', { document: lesson, step: 0 });
  expect([status, body]).toEqual([401, { code: 'signed-out' }]);
});

it('what asks for no step is refused', async () => {
  const { status, body } = await teacher.post('/api/lessons/preview', { document: lesson, step: -1 });
  expect([status, body]).toEqual([400, { code: 'bad-packet' }]);
});

it('the preview’s page may stand in a frame of our own pages', async () => {
  const { headers } = await teacher.get('/teach/preview?as=phone');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self';");
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
});

it.each([
  ...[
    '/',
    '/teach',
    '/teach/preview/more',
    '/teach/previews',
    '/teach/lessons/a/edit',
    '/teach?/teach/preview',
  ],
  ...[
    '/play/123456',
    '/screen/123456/a',
    '/story/123456',
    '/teach/welcome',
    '/api/me',
    '/api/lessons/preview',
  ],
  ...['/teach/preview%2f', '/assets/main-B1a2C3d4.js', '/nowhere'],
])('%s may stand in no frame', async (path) => {
  const { headers } = await teacher.get(path);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-frame-options']).toBe('DENY');
});
