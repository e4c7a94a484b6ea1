import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPath, writePath } from '#shared/lessons/api';
import type { Report, Written } from '#shared/exchange/report';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { gate, lessonOf, several, single } from '../../support/lesson';

let server: Running;
let teacher: Browser;

beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
  const document = { ...lessonOf(single(), several(), gate()), id: 'mine' };
  await teacher.post('/api/own-lessons', { document });
});
afterEach(() => server.stop());

/** What another teacher's server says of the file. */
async function readAgain(name: string, text: string): Promise<Report> {
  const type = { origin: server.base, 'content-type': 'application/octet-stream' };
  return (await teacher.send('POST', readPath(name), type, text)).body as Report;
}

describe('a lesson that a teacher takes out as questions', () => {
  it.each(['gift', 'moodle-xml'] as const)('is a file that is read in again, as %s', async (format) => {
    const file = await teacher.get(writePath('mine', format, 'it'));
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="mine\.(gift|xml)"$/);
    const report = await readAgain('mine', file.text);
    expect(report).toMatchObject({
      ...{ refused: null, format },
      questions: [
        { becomes: 'choice', name: 'title of single (it)', step: { id: 'single' } },
        { becomes: 'choice', step: { id: 'several', config: { several: true } } },
      ],
    });
  });

  it('is reported step by step: what has no place, and what is left out', async () => {
    const { body } = await teacher.get(`${writePath('mine', 'gift', 'it')}&report=yes`);
    const { lost } = body as Written;
    expect(lost.map(({ step }) => step)).toEqual([0, 1, 2]);
    expect(lost[0]?.lost).toEqual(
      ['theory', 'mistake', 'note', 'seconds'].map((what) => ({ code: 'part-left-out', what })),
    );
    expect(lost[2]?.lost).toEqual([{ code: 'not-in-this-format' }]);
  });
});
