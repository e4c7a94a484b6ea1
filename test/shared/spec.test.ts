import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test('every rule of SPEC.md has a test of its number, and every number is in use once', () => {
  const spec = readFileSync(at('../../shared/session/SPEC.md'), 'utf8');
  const rules = [...spec.matchAll(/^- \*\*R(\d+)\*\*/gm)].map(([, number]) => Number(number));
  expect(rules).toEqual(rules.map((_, i) => i + 1));
  const tests = readdirSync(at('.'))
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(at(name), 'utf8').matchAll(/['"`]R(\d+) /g)])
    .map(([, number]) => Number(number));
  expect([...new Set(tests)].sort((a, b) => a - b)).toEqual(rules);
});
