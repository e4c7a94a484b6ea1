import * as v from 'valibot';
import { expect, test } from 'vitest';
import { config } from '#shared/activities/gate/config';
import { asAnd, gateFor } from '#shared/activities/gate/own';
import { bestOf } from '#shared/activities/neuron/margin';
import { settable, STEP } from '#shared/activities/neuron/neuron';
import { cornerGates, gates } from '#shared/activities/neuron/truth-table';
import { derive } from '#shared/rng';
import { lessons } from '../../support/lessons';
import { bound } from '../../support/bound';
import { SEED } from '../../support/session';

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

const seats = Array.from({ length: 200 }, (_, i) => derive(SEED, `seat/${i}`));

test.each(gates)('the best %s has every row right with the widest margin, and knows no mistake', (gate) => {
  const { grades } = bound('gate', { gate });
  expect(settable(bestOf(gate))).toBe(true);
  expect(grades?.grade(bestOf(gate), { seat: '', secret: '' })).toEqual({ score: 1, right: true });
  expect(grades?.mistakes(bestOf(gate), { seat: '', secret: '' })).toEqual([]);
});

test('where the weights stay, b alone leads to the best neuron, and nothing else is taken', () => {
  const slid = { gate: 'or', start: and, moves: 'b' };
  const { answers, grades } = bound('gate', slid);
  const biases = Array.from({ length: 13 }, (_, i) => 5 * i - 30);
  const scores = biases.map((b) => grades?.grade({ w: [10, 10], b }, { seat: '', secret: '' }).score);
  expect(scores.filter((score) => score !== undefined && score > 0.35)).toEqual([0.6, 1]);
  // The best of three settings at random, which the student could tell apart by the table.
  const rising = [...scores].map((score) => score ?? 0).sort((a, b) => a - b);
  const mean = rising.reduce((sum, score, i) => sum + score * (((i + 1) / 13) ** 3 - (i / 13) ** 3), 0);
  expect(mean).toBeCloseTo(0.349, 3);
  expect(answers?.parse({ w: [10, 15], b: -5 }, null)).toEqual({ ok: false, error: 'out-of-range' });
});

test.each([
  [{ gate: 'or', moves: 'b' }],
  [{ gate: 'own', moves: 'b' }],
  [{ gate: 'nand', start: and, moves: 'b' }],
  [{ gate: 'own', start: and }],
])('it cannot be that %j: its weights lead nowhere', (given) => {
  expect(v.safeParse(config, given).issues?.map(({ message }) => message)).toContain('does-not-fit');
});

test('each seat has one of eight gates of its own where it says so, and the projector AND', () => {
  const own = { gate: 'own' } as const;
  expect(new Set(seats.map((seat) => gateFor(own, seat)))).toEqual(new Set(cornerGates));
  const { view, personal } = bound('gate', own);
  expect(personal).toBe(true);
  expect(view(null)).toMatchObject({ gate: 'and', own: true });
  expect(bound('gate', { gate: 'and' }).personal).toBe(false);
});

test('on the projector every gate that is built with room is an AND', () => {
  for (const gate of cornerGates) expect(asAnd(gate, bestOf(gate))).toEqual(bestOf('and'));
  for (let b = -30; b <= 30; b += STEP)
    for (const w of [
      [10, 15],
      [-5, 20],
    ])
      expect(asAnd('and', { w, b })).toEqual({ w, b });
});
