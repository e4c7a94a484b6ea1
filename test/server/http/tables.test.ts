import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { own as leaves } from '#shared/activities/separating-line/own-sample';
import { config as raceSchema, type OwnTerms } from '#shared/activities/race/config';
import * as linear from '#shared/activities/race/families/linear/samples';
import * as mlp from '#shared/activities/race/families/mlp/samples';
import { own as springs } from '#shared/activities/line-fit/own-sample';
import { readRows, writeRows, type Row } from '#shared/tables/rows';
import type { Table } from '#shared/tables/table';
import type { Worth } from '#shared/tables/worth';
import { startApp, type Running } from '../../support/app';
import { Browser } from '../../support/browser';
import { asCsv, HEADINGS, shells } from '../../support/table';

let server: Running;
let teacher: Browser;

beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterEach(() => server.stop());

const file = (who: Browser, text: string | Buffer) =>
  who.send(
    'POST',
    '/api/tables/read',
    { origin: who.origin, 'content-type': 'application/octet-stream' },
    Buffer.from(text),
  );

it('a teacher reads a table, a stranger does not, and what is no table is refused', async () => {
  const csv = asCsv([HEADINGS, ...shells(500)], ',');
  const { status, body } = await file(teacher, csv);
  expect([status, (body as Table).rows.length]).toEqual([200, 500]);
  expect(await file(new Browser(server.base), csv)).toMatchObject({ status: 401 });
  expect(await file(teacher, 'Cara mamma')).toMatchObject({ status: 400, body: { code: 'table-refused' } });
  expect(await file(teacher, Buffer.alloc(5 * 1024 * 1024 + 1))).toMatchObject({
    status: 413,
    body: { code: 'file-too-large' },
  });
});

const worthOf = async (kind: string, config: unknown) =>
  (await teacher.post('/api/tables/worth', { kind, config })).body as Worth;

/** The same table, but every row is something else. */
const changed = (rows: string, classes: boolean, change: (row: Row, i: number) => Row) =>
  writeRows((readRows(rows, classes) ?? []).map(change), classes);

it('of a good table the server says that it is worth playing, with what simulated students win', async () => {
  for (const [kind, config] of [
    ['separating-line', leaves],
    ['line-fit', springs],
  ] as const) {
    const { verdict, scores } = await worthOf(kind, config);
    expect(verdict).toBe('worth');
    expect(scores.knows).toBe(1);
    expect(Math.max(scores.random, scores.constant)).toBeLessThan(0.35);
  }
});

it('where no line tells anything it says so', async () => {
  const tossed = changed(leaves.rows, true, (row, i) => ({ ...row, of: (i * 7) % 3 === 0 ? 1 : 0 }));
  expect(await worthOf('separating-line', { ...leaves, rows: tossed })).toMatchObject({ verdict: 'no-line' });
  const level = changed(springs.rows, false, (row, i) => ({ ...row, y: 8 + ((i * 37) % 100) / 10 }));
  expect(await worthOf('line-fit', { ...springs, rows: level })).toMatchObject({ verdict: 'no-line' });
});

const termsOf = (config: unknown) => teacher.post('/api/tables/terms', { kind: 'race', config });

it('of a good table for a race it works out what is paid and worth points, and that the race is worth playing', async () => {
  for (const config of [mlp.own, linear.own]) {
    const before = { energy: { max: 3, par: 2 }, accuracy: { base: 0.1, top: 0.2 } };
    const { status, body } = await termsOf({ ...config, ...before });
    expect(status).toBe(200);
    const race = { ...config, ...(body as OwnTerms) };
    expect(v.is(raceSchema, race)).toBe(true);
    const { verdict, scores } = await worthOf('race', race);
    expect(verdict).toBe('worth');
    expect(scores.knows).toBeGreaterThan(0.9);
    expect(Math.max(scores.random, scores.constant)).toBeLessThan(0.35);
  }
});

it('where no network of the family learns anything it says so', async () => {
  const { layers: _layers, neurons: _neurons, ...limits } = mlp.own.limits;
  const { good, family } = linear.own;
  const alone = { ...mlp.own, family, limits, good, freed: { batch: false } };
  const { body } = await termsOf(alone);
  expect(await worthOf('race', { ...alone, ...(body as OwnTerms) })).toMatchObject({ verdict: 'no-line' });
});

it('terms are worked out for a race on a table that can be played, and for nothing else', async () => {
  for (const config of [null, { ...mlp.own, rows: '1 2 0' }, mlp.circle, { ...mlp.own, limits: {} }])
    expect(await termsOf(config)).toMatchObject({ status: 400, body: { code: 'table-refused' } });
  expect(await teacher.post('/api/tables/terms', { kind: 'line-fit', config: springs })).toMatchObject({
    status: 400,
  });
  expect(
    await new Browser(server.base).post('/api/tables/terms', { kind: 'race', config: mlp.own }),
  ).toMatchObject({
    status: 401,
  });
});

it('what cannot be played is refused', async () => {
  for (const config of [null, { ...leaves, rows: '1 2 0' }, { data: 'penguins', visible: 100 }])
    expect(await teacher.post('/api/tables/worth', { kind: 'separating-line', config })).toMatchObject({
      status: 400,
      body: { code: 'table-refused' },
    });
});

it('what is nested without end is refused, and the next table is looked at', async () => {
  const body = `{"kind":"line-fit","config":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const headers = { origin: teacher.origin, 'content-type': 'application/json' };
  expect(await teacher.send('POST', '/api/tables/worth', headers, Buffer.from(body))).toMatchObject({
    status: 400,
    body: { code: 'table-refused' },
  });
  expect(await worthOf('line-fit', springs)).toMatchObject({ verdict: 'worth' });
});
