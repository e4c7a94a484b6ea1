import Fastify from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { openJournal, type Entry, type Journal } from '../../server/journal';

const MINUTE = 60_000;

let now: number;
let written: Record<string, unknown>[];
let journal: Journal;

beforeEach(() => {
  now = 0;
  written = [];
  const stream = { write: (line: string) => written.push(JSON.parse(line) as Record<string, unknown>) };
  journal = openJournal(Fastify({ logger: { level: 'warn', stream } }).log, 'warn', () => now);
});

const sender = (session: string | null, why: 'connection' | 'network'): Entry => ({
  ...{ event: 'sender-cut-off', session, why },
  role: session === null ? null : 'phone',
});

it('who floods again and again fills no disk: one line a minute of each session and why', () => {
  for (let i = 0; i < 1_000; i++, now += 10)
    for (const session of ['one', 'two', null])
      for (const why of ['connection', 'network'] as const) journal(sender(session, why));
  expect(written).toHaveLength(6);
  now += MINUTE;
  journal(sender('one', 'network'));
  expect(written).toHaveLength(7);
  expect(written.at(-1)).toMatchObject({ ...sender('one', 'network'), level: 40 });
});

it('who does not read is told of once a minute for each session and role, and what must not be missed every time', () => {
  const reader = (role: 'phone' | 'screen'): Entry => ({ event: 'reader-cut-off', session: 'one', role });
  for (let i = 0; i < 5; i++) {
    journal(reader('phone'));
    journal(reader('screen'));
    journal({ event: 'storage-failed' });
  }
  const told = written.map(({ event, role }) => `${String(event)} ${String(role)}`);
  expect(told.filter((line) => line.startsWith('reader'))).toEqual([
    'reader-cut-off phone',
    'reader-cut-off screen',
  ]);
  expect(told.filter((line) => line.startsWith('storage'))).toHaveLength(5);
});
