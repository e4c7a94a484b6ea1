import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { everyKind } from '../../support/every-kind';
import { lessons } from '../../support/lessons';

let server: Running;
let teacher: Browser;

beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterEach(() => server.stop());

it('of a teacher who asks for much at once some is refused, and a class that begins does not stand behind it', async () => {
  const order: string[] = [];
  const told = <Answer>(what: string, asked: Promise<Answer>) =>
    asked.then((answer) => (order.push(what), answer));
  const checks = Array.from({ length: 40 }, () =>
    teacher.post('/api/lessons/check', everyKind).then(({ status, body }) => {
      if (status === 200) order.push('read');
      return [status, (body as { code?: string }).code];
    }),
  );
  const started = told('started', teacher.post('/api/sessions', { lesson: lessons[0]?.id }));
  const answers = await Promise.all(checks);
  expect(await started).toMatchObject({ status: 200 });
  const refused = answers.filter(([status]) => status !== 200);
  expect(new Set(refused.map(String))).toEqual(new Set(['429,too-fast']));
  const read = answers.length - refused.length;
  expect(read).toBeGreaterThanOrEqual(9);
  expect(order.indexOf('started')).toBeLessThan(read);
  expect((await teacher.post('/api/lessons/check', everyKind)).status).toBe(200);
});
