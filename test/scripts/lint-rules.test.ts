import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import ts from 'typescript-eslint';
import { clientRules, firstRules, serverRules, sharedRules } from '../../scripts/lib/lint-rules.mjs';

const lint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parser: ts.parser } },
    ...sharedRules,
    ...serverRules,
    ...clientRules,
    ...firstRules,
  ],
});

async function refusals(filePath: string, code: string): Promise<number> {
  const [result] = await lint.lintText(code, { filePath });
  return result?.errorCount ?? 0;
}

describe('in shared/ lint refuses', () => {
  test.each([
    'Date.now()',
    'performance.now()',
    'Math.random()',
    'Math.exp(1)',
    "Math['exp'](1)",
    'Math[name](1)',
    'const { sin } = Math',
    'const M = Math',
    'Math.pow(2, 3)',
    'Math.hypot(3, 4)',
    '2 ** 3',
    'let a = 2; a **= 3',
    "'a'.localeCompare('b')",
    "'a'.toLocaleUpperCase()",
    'new Intl.NumberFormat()',
    "import { readFileSync } from 'node:fs'",
    "import fastify from 'fastify'",
    "import { app } from '../server/app'",
    "import { page } from '../../client/page'",
  ])('%s', async (code) => {
    expect(await refusals('shared/probe.ts', code)).toBeGreaterThan(0);
  });
});

describe('in shared/ lint accepts', () => {
  test.each([
    'Math.sqrt(2) + Math.floor(1.5) + Math.fround(0.1) + Math.imul(2, 3) + Math.PI',
    "import * as v from 'valibot'",
    "import { ok } from './result'",
    "import { next } from '#shared/rng'",
  ])('%s', async (code) => {
    expect(await refusals('shared/probe.ts', code)).toBe(0);
  });
});

describe('in client/ lint refuses what a phone on plain http does not have', () => {
  test.each([
    'crypto.randomUUID()',
    'crypto.subtle',
    'window.crypto.subtle',
    'navigator.wakeLock',
    'navigator.serviceWorker',
    'navigator.clipboard',
    'window.navigator.locks',
    'const { storage } = navigator',
    'caches.keys()',
    'new AudioWorkletNode()',
    "import { app } from '../server/app'",
    "import { join } from 'node:path'",
  ])('%s', async (code) => {
    expect(await refusals('client/live/probe.ts', code)).toBeGreaterThan(0);
  });

  test.each(['penguins', 'digits', 'digits-table'])('nor may a phone load the table of %s', async (table) => {
    const code = `import { rows } from '#shared/training/sets/${table}'`;
    expect(await refusals('client/live/probe.ts', code)).toBeGreaterThan(0);
  });

  test.each(['n.toFixed(1)', 'n.toLocaleString()', 'n.toPrecision(2)', "new Intl.NumberFormat('it')"])(
    'nor is a number written but in one place: %s',
    async (code) => {
      expect(await refusals('client/pages/probe.ts', code)).toBeGreaterThan(0);
      expect(await refusals('client/live/secure.ts', code)).toBeGreaterThan(0);
      expect(await refusals('client/activities/kit/numbers.ts', code)).toBe(0);
    },
  );

  test('except in the one file that asks whether it is there', async () => {
    expect(await refusals('client/live/secure.ts', 'navigator.wakeLock')).toBe(0);
  });

  test('and accepts what every browser has', async () => {
    expect(await refusals('client/live/probe.ts', 'crypto.getRandomValues(a); localStorage.length')).toBe(0);
  });
});

describe('in server/ lint refuses', () => {
  test.each([
    'db.$transaction(async (tx) => tx.setting.count())',
    'db.$transaction(work)',
    "import { App } from '../client/app'",
    "import { Room } from './live/room/room'",
    "import type { LiveState } from './live/room/live-state'",
  ])('%s', async (code) => {
    expect(await refusals('server/probe.ts', code)).toBeGreaterThan(0);
  });

  test.each(['room.state.seats', 'rooms.get(id)?.state', 'const { state } = room'])(
    'that even what holds the rooms looks at their state: %s',
    async (code) => {
      expect(await refusals('server/live/rooms.ts', code)).toBeGreaterThan(0);
    },
  );

  test('but not that it makes them, nor that a room is made of its parts', async () => {
    expect(await refusals('server/live/rooms.ts', "import { Room } from './room/room'")).toBe(0);
    expect(await refusals('server/live/room/room.ts', 'this.live.state.seats')).toBe(0);
  });

  test('but not the generated client of the database', async () => {
    expect(
      await refusals('server/storage/probe.ts', "import { PrismaClient } from './generated/client'"),
    ).toBe(0);
  });
});

describe('in what an old Node reads first lint refuses', () => {
  test.each(['a?.b', 'a ?? b', 'await a', 'a ||= b'])('%s', async (code) => {
    expect(await refusals('scripts/lib/say.mjs', code)).toBeGreaterThan(0);
  });

  test('but not what Node 12 knows', async () => {
    const code = "import('a').then(({ b = 0, ...rest }) => ({ ...rest, b: b || import.meta.url }))";
    expect(await refusals('scripts/lib/say.mjs', code)).toBe(0);
  });
});
