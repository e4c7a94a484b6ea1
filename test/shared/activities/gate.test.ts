import * as v from 'valibot';
import { expect, test } from 'vitest';
import { config } from '#shared/activities/gate/config';
import { lessons } from '../../support/lessons';
import { bound } from '../../support/bound';

const and = { w: [10, 10], b: -15 };

test('a step begins with the neuron that it sets, or with all sliders at 0', () => {
  expect(bound('gate', { gate: 'or', start: and }).view(null)).toMatchObject({ start: and });
  expect(bound('gate', { gate: 'or' }).view(null)).toMatchObject({ start: { w: [0, 0], b: 0 } });
  expect(bound('gate', { gate: 'not' }).view(null)).toMatchObject({ start: { w: [0], b: 0 } });
});

test.each([
  [{ w: [10], b: 0 }, 'does-not-fit'],
  [{ w: [10, 99], b: 0 }, 'does-not-fit'],
  [{ w: [10, 10], b: -5 }, 'starts-right'],
])('it cannot begin with %j: %s', (start, code) => {
  expect(v.safeParse(config, { gate: 'or', start }).issues?.map(({ message }) => message)).toContain(code);
});

test("where a task speaks of AND's weights it begins with AND", () => {
  const spoken = lessons
    .flatMap(({ steps }) => steps)
    .filter(({ task }) => /weights of AND/.test(task.en ?? ''));
  expect(spoken.length).toBeGreaterThan(0);
  for (const { kind, config: set } of spoken) {
    const { start } = bound(kind, set).view(null) as { start: unknown };
    expect(bound('gate', { gate: 'and' }).grades?.grade(start, { seat: '', secret: '' }).right).toBe(true);
  }
});
