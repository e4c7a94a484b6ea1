import { describe, expect, test } from 'vitest';
import { decisions, type Decision } from '#shared/activities/perceptron-rule/config';
import { samplesOf, turnsOf } from '#shared/activities/perceptron-rule/deal';
import { check, grade } from '#shared/activities/perceptron-rule/grade';
import { mistakes } from '#shared/activities/perceptron-rule/mistakes';
import { orders } from '#shared/activities/perceptron-rule/orders';
import { samplesIn, walk } from '#shared/activities/perceptron-rule/rule';
import { addToSummary, emptySummary, reveal } from '#shared/activities/perceptron-rule/view';
import { rowsOf } from '#shared/activities/neuron/truth-table';
import { fires } from '#shared/activities/neuron/neuron';
import { derive, rng } from '#shared/rng';

const config = { gate: 'or' } as const;
const rows = rowsOf('or');
const seats = Array.from({ length: 200 }, (_, i) => derive('class', `seat ${i}`));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

const kindsIn = (made: readonly Decision[]) =>
  decisions.map((decision) => made.filter((one) => one === decision).length);

test('each of the 630 orders has every row twice, and needs nothing four times and twice each an addition and a subtraction', () => {
  expect(orders()).toHaveLength(630);
  expect(new Set(orders().map(String)).size).toBe(630);
  for (const order of orders()) {
    expect([...order].sort()).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    expect(kindsIn(walk(samplesIn(order)).map(({ decision }) => decision))).toEqual([4, 2, 2]);
  }
});

test('after eight samples every order has w = (1, 1), b = 0, and comes to rest with one more correction', () => {
  const [rest, more] = [reveal().best, [0, 1, 2, 3, 0, 1, 2, 3]];
  for (const order of orders()) {
    const turns = walk(samplesIn([...order, ...more]));
    expect(turns[7]?.after).toEqual({ w: [10, 10], b: 0 });
    expect(turns[8]?.after).toEqual(rest);
    expect(turns.at(-1)?.after).toEqual(rest);
  }
  expect(rows.every(({ x, y }) => fires(rest, x) === y)).toBe(true);
});

test('students beside each other have other samples', () => {
  const dealt = new Set(seats.map((seat) => JSON.stringify(samplesOf(config, seat))));
  expect(dealt.size).toBeGreaterThan(150);
});

describe('the score', () => {
  const average = (decide: (seat: string) => readonly Decision[]) =>
    mean(seats.map((seat) => grade(config, { decisions: [...decide(seat)] }, { seat }).score));
  const right = (seat: string) => turnsOf(config, seat).map(({ decision }) => decision);
  const swapped = { leave: 'leave', add: 'take', take: 'add' } as const;

  test('is whole for the rule, and nothing for one decision always and for the signs the wrong way round', () => {
    expect(average(right)).toBe(1);
    for (const decision of decisions) expect(average(() => Array<Decision>(8).fill(decision))).toBe(0);
    expect(average((seat) => right(seat).map((decision) => swapped[decision]))).toBe(0);
  });

  test('is about 0.11 by chance', () => {
    const random = rng('chance', 'x');
    const score = average(() => Array.from({ length: 8 }, () => decisions[random.below(3)]!));
    expect(score).toBeGreaterThan(0.08);
    expect(score).toBeLessThan(0.15);
  });

  test('is under 0.35 for who copies a neighbour, and for who gives up half-way', () => {
    expect(average((seat) => right(seat).slice(0, 4))).toBeLessThan(0.35);
    const neighbour = (seat: string) => seats[(seats.indexOf(seat) + 1) % seats.length]!;
    expect(average((seat) => right(neighbour(seat)))).toBeLessThan(0.25);
  });
});

test('a decision that was made is made, and those that follow are free', () => {
  const sent = { decisions: ['take', 'add'] as Decision[] };
  expect(check(config, { decisions: ['take', 'add', 'leave'] }, sent)).toMatchObject({ ok: true });
  expect(check(config, sent, sent)).toMatchObject({ ok: true });
  for (const other of [['take'], ['add', 'add', 'leave']] as Decision[][])
    expect(check(config, { decisions: other }, sent)).toEqual({ ok: false, error: 'already-answered' });
});

test('slips have names, each told once', () => {
  const [seat] = seats as [string];
  const ids = (made: Decision[]) => mistakes(config, { decisions: made }, { seat }).map(({ id }) => id);
  expect(ids(turnsOf(config, seat).map(({ decision }) => decision))).toEqual([]);
  expect(ids(Array(8).fill('leave') as Decision[])).toEqual(['never']);
  expect(new Set(ids(Array(8).fill('add') as Decision[]))).toEqual(new Set(['signs', 'always']));
});

test('the class picture holds the rule’s own lines, whatever was decided', () => {
  const [seat] = seats as [string];
  const [right, wrong] = [turnsOf(config, seat)[0]!.decision, 'add' as Decision];
  const pictures = [right, wrong].map((decision) =>
    addToSummary(config, emptySummary(), { decisions: [decision] }, { seat, secret: '' }),
  );
  expect(pictures[0]!.lines).toEqual(pictures[1]!.lines);
});
