import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Booklet, Sheet } from '#shared/lessons/paper';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { lessons } from '../../support/lessons';

let server: Running;
let teacher: Browser;

beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterEach(() => server.stop());

it('a teacher gets each lesson’s booklet, and a sheet without what is right', async () => {
  for (const { id, steps } of lessons) {
    const booklet = (await teacher.get(`/api/lessons/${id}/booklet`)).body as Booklet;
    const sheet = (await teacher.get(`/api/lessons/${id}/sheet`)).body as Sheet;
    expect(booklet.steps.map(({ explanation }) => explanation)).toEqual(
      steps.map(({ explanation }) => explanation),
    );
    expect(sheet.steps).toHaveLength(steps.length);
    expect(JSON.stringify(sheet)).not.toContain('explanation');
  }
});

it('of a lesson that there is not there is no paper', async () => {
  const { status, body } = await teacher.get('/api/lessons/none/sheet');
  expect([status, body]).toMatchObject([404, { code: 'unknown-lesson' }]);
});
