import { readFileSync } from 'node:fs';
import * as prometheus from '@platformatic/prom-client';
import { expect, test } from 'vitest';
import { errorCodes } from '#shared/errors';
import { EVENTS } from '../../server/journal';
import { measure } from '../../server/metrics/prometheus';

const rules = readFileSync('docs/alerts.yml', 'utf8');
const expressions = [...rules.matchAll(/^ +expr: (.+)$/gm)].map(([, expression = '']) => expression);

const valuesOf = (label: string): string[] =>
  expressions.flatMap((one) =>
    [...one.matchAll(new RegExp(`[{,]${label}="([^"]+)"`, 'g'))].map(([, value = '']) => value),
  );

/** Every name on the page of a process. */
async function shown(): Promise<string[]> {
  const measured = measure(prometheus, { version: '0', build: 'b' });
  measured.watch({
    sockets: () => ({ phone: 0, screen: 0, desk: 0 }),
    sessions: () => 0,
    shut: () => false,
    jobs: () => ({ waiting: 0, oldest: 0 }),
  });
  const page = await measured.page();
  measured.stop();
  return [...page.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name);
}

test('alerts ask for figures that a server shows', async () => {
  const asked = expressions.flatMap((one) => one.match(/\b(?:trainoff|process|nodejs)_\w+/g) ?? []);
  const names = new Set(asked.map((name) => name.replace(/_bucket$/, '')));
  expect(names.size).toBeGreaterThan(8);
  const known = await shown();
  expect([...names].filter((name) => !known.includes(name))).toEqual([]);
});

test('and for events and codes that there are', () => {
  const events = valuesOf('event');
  expect(events.length).toBeGreaterThan(2);
  expect(events.filter((event) => !(EVENTS as readonly string[]).includes(event))).toEqual([]);
  expect(valuesOf('code').filter((code) => !(errorCodes as readonly string[]).includes(code))).toEqual([]);
});

test('each says why it matters and what to do', () => {
  const count = (key: string) => rules.match(new RegExp(`^ +${key}: `, 'gm'))?.length;
  const alerts = rules.match(/- alert: /g)?.length;
  expect(expressions).toHaveLength(alerts ?? NaN);
  expect([count('summary'), count('reason'), count('do'), count('labels')]).toEqual(Array(4).fill(alerts));
});
