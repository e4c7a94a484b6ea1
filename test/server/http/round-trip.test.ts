import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { activityKinds } from '#shared/activities/registry';
import type { Kept, OwnLesson } from '#shared/lessons/api';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { anyLesson } from '../../support/any-lesson';

let server: Running;
let teacher: Browser;

beforeAll(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterAll(() => server.stop());

const LESSONS = 1_000;
const PATH = '/api/own-lessons';

it('a thousand random lessons, finished and not, come back from the server as they were sent to it', async () => {
  let from = 0;
  let ready = 0;
  const kinds = new Set<string>();
  const keep = async (document: unknown): Promise<Kept> => {
    const answer =
      from === 0 ? teacher.post(PATH, { document }) : teacher.put(`${PATH}/random`, { document, from });
    const { status, body } = await answer;
    expect([status, body]).toMatchObject([200, { id: 'random', number: from + 1 }]);
    return body as Kept;
  };
  const trip = async (document: { readonly id: string }) => {
    const sent: unknown = JSON.parse(JSON.stringify(document));
    const { number, problems } = await keep(document);
    from = number;
    const opened = (await teacher.get(`${PATH}/random`)).body as OwnLesson;
    expect(opened.document).toEqual(sent);
    expect(opened.problems).toEqual(problems);
    expect((await teacher.get('/api/lessons/random/file?format=trainoff&language=it')).body).toEqual(sent);
    if (problems.length === 0) ready++;
    for (const { kind } of (sent as { steps: { kind: string }[] }).steps) kinds.add(kind);
  };
  await fc.assert(fc.asyncProperty(anyLesson, trip), { numRuns: LESSONS });
  expect([...kinds].sort()).toEqual([...activityKinds].sort());
  expect(ready).toBeGreaterThan(LESSONS / 10);
  expect(ready).toBeLessThan((LESSONS * 9) / 10);
});
