import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { config as schema, type Config } from '#shared/activities/descent-cards/config';
import { fateOf, multiplierOf, pathOf } from '#shared/activities/descent-cards/fate';
import { fates, type Fate } from '#shared/activities/descent-cards/fates';
import { check, grade } from '#shared/activities/descent-cards/grade';
import { mistakes, slipOf } from '#shared/activities/descent-cards/mistakes';
import { dealt } from '#shared/activities/descent-cards/orders';
import { bots, knows } from '#shared/activities/descent-cards/samples';
import { derive, rng } from '#shared/rng';

const cards = [
  { a: 1, eta: 20 },
  { a: 1, eta: 150 },
  { a: 1, eta: 220 },
  { a: 4, eta: 10 },
  { a: 4, eta: 40 },
  { a: 4, eta: 60 },
];
const config: Config = { cards, shuffle: true };
const seats = Array.from({ length: 2_000 }, (_, i) => derive('class', `seat ${i}`));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const still = rng('still', 'x');

test.each([
  [1, 20, 0.8, 'smooth'],
  [1, 150, -0.5, 'bounces'],
  [1, 220, -1.2, 'away'],
  [4, 10, 0.6, 'smooth'],
  [4, 40, -0.6, 'bounces'],
  [4, 60, -1.4, 'away'],
] as const)('with a = %i and η = %i hundredths each step multiplies p by %d: %s', (a, eta, factor, fate) => {
  expect(multiplierOf({ a, eta }) / 100).toBe(factor);
  expect(fateOf({ a, eta })).toBe(fate);
  // p ← p − η · ap, step by step.
  let p = 1;
  for (const at of pathOf({ a, eta }, 6)) {
    expect(at).toBeCloseTo(p, 12);
    p -= (eta / 100) * a * p;
  }
});

describe('a configuration', () => {
  const problems = (given: unknown) => v.safeParse(schema, given).issues?.map(({ message }) => message);

  test.each([
    [{ a: 1, eta: 100 }, '0'],
    [{ a: 4, eta: 25 }, '0'],
    [{ a: 1, eta: 200 }, '−1'],
    [{ a: 4, eta: 50 }, '−1'],
  ])('of which %j multiplies by %s is refused: no answer would be right', (card) => {
    expect(problems({ cards: [...cards.slice(1), card], shuffle: true })).toContain('undecided');
  });

  test('cannot have 1 − ηa = 1, since η is above 0', () => {
    expect(problems({ cards: [{ a: 1, eta: 0 }, ...cards.slice(1)], shuffle: true })).toBeDefined();
  });

  test('has each answer right as often, so that always the same is worth nothing', () => {
    expect(problems({ cards, shuffle: true })).toBeUndefined();
    expect(problems({ cards: [{ a: 2, eta: 60 }, ...cards.slice(1)], shuffle: true })).toEqual(['uneven']);
    expect(problems({ cards: cards.slice(0, 3), shuffle: false })).toBeUndefined();
  });
});

test('students beside each other meet the cards in other orders, of which there are 720', () => {
  expect(new Set(seats.map((seat) => dealt(config, seat).join())).size).toBeGreaterThan(600);
});

describe('the score', () => {
  const average = (say: (seat: string) => readonly Fate[]) =>
    mean(
      seats.map((seat) => {
        const said = say(seat);
        const answers = dealt(config, seat).flatMap((card, i) => {
          const fate = said[i];
          return fate ? [{ card, fate }] : [];
        });
        return grade(config, { answers }, { seat }).score;
      }),
    );
  const right = (seat: string) => knows(config, still, seat).answers.map(({ fate }) => fate);

  test('is whole for who knows, and nothing for one answer always', () => {
    expect(average(right)).toBe(1);
    for (const fate of fates) expect(average(() => cards.map(() => fate))).toBe(0);
  });

  test('is 0.11 by chance: 3, 4, 5 or 6 of 6 are worth 1/4 to 1', () => {
    const of = [20 * 8, 15 * 4, 6 * 2, 1];
    const expected = of.reduce((sum, ways, i) => sum + (ways * (i + 1)) / 4, 0) / 3 ** 6;
    expect(expected).toBeCloseTo(0.11, 2);
    const random = rng('chance', 'x');
    expect(average((seat) => bots.random(config, random, seat).answers.map(({ fate }) => fate))).toBeCloseTo(
      expected,
      1,
    );
  });

  test('is 0.25 for who looks at η alone, and for who gives up half-way', () => {
    const byRate = (seat: string) =>
      dealt(config, seat).map((card): Fate => ((cards[card]?.eta ?? 0) >= 100 ? 'away' : 'smooth'));
    expect(average(byRate)).toBe(0.25);
    expect(average((seat) => right(seat).slice(0, 3))).toBe(0.25);
  });

  test('is 0.13 for who says card by card what a neighbour says, who has another card', () => {
    const neighbour = (seat: string) => seats[(seats.indexOf(seat) + 1) % seats.length] ?? seat;
    const copied = average((seat) => right(neighbour(seat)));
    expect(copied).toBeGreaterThan(0.1);
    expect(copied).toBeLessThan(0.16);
  });
});

test('an answer that was given is given, and no card is answered twice', () => {
  const sent = { answers: [{ card: 3, fate: 'away' as const }] };
  const next = { card: 1, fate: 'smooth' as const };
  expect(check(config, { answers: [...sent.answers, next] }, sent)).toMatchObject({ ok: true });
  expect(check(config, { answers: [{ card: 3, fate: 'smooth' }] }, sent)).toEqual({
    ok: false,
    error: 'already-answered',
  });
  expect(check(config, { answers: [...sent.answers, ...sent.answers] }, null)).toEqual({
    ok: false,
    error: 'submission-invalid',
  });
});

test.each([
  [{ a: 1, eta: 150 }, 'smooth', 'faster'],
  [{ a: 1, eta: 220 }, 'smooth', 'faster'],
  [{ a: 4, eta: 40 }, 'smooth', 'small'],
  [{ a: 4, eta: 60 }, 'smooth', 'small'],
  [{ a: 1, eta: 150 }, 'away', 'shrinks'],
  [{ a: 4, eta: 60 }, 'bounces', 'grows'],
  [{ a: 1, eta: 20 }, 'away', 'calm'],
  [{ a: 4, eta: 60 }, 'away', null],
] as const)('%j: who says %s makes the mistake %s', (card, said, slip) => {
  expect(slipOf(card, said)).toBe(slip);
});

test('slips are told once each, whatever the order of the cards', () => {
  const answers = [5, 4, 3].map((card) => ({ card, fate: 'smooth' as const }));
  expect(mistakes(config, { answers }).map(({ id }) => id)).toEqual(['small']);
});
