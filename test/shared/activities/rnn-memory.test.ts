import { describe, expect, test } from 'vitest';
import { LENGTHS, LONGEST, type Config, type Submission } from '#shared/activities/rnn-memory/config';
import { apartOf, coarse, placesOf, remembers } from '#shared/activities/rnn-memory/courses';
import { grade, LATCH, measure, scoreOf } from '#shared/activities/rnn-memory/grade';
import { accuraciesOf } from '#shared/activities/rnn-memory/hidden';
import { rnnMemory } from '#shared/activities/rnn-memory/index';
import { mistakes } from '#shared/activities/rnn-memory/mistakes';
import { courseOf, LIMITS } from '#shared/activities/rnn-memory/neuron';
import { inSight, NOISE, normal } from '#shared/activities/rnn-memory/noise';
import { bots } from '#shared/activities/rnn-memory/samples';
import { startAt, starts } from '#shared/activities/rnn-memory/start';
import type { Summary } from '#shared/activities/rnn-memory/view';
import { derive, rng } from '#shared/rng';

const config: Config = { lengths: [...LENGTHS] };
const secrets = Array.from({ length: 5 }, (_, i) => derive('steps', `secret ${i}`));
const [secret = ''] = secrets;
const seats = Array.from({ length: 200 }, (_, i) => derive('class', `seat ${i}`));
const neuron = (h: number, x: number, b: number): Submission => ({ h, x, b });
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const worth = (of: Submission) => mean(secrets.map((step) => scoreOf(accuraciesOf(of, step))));

describe('the neuron', () => {
  test('is h ← tanh(w_h h + w_x x + b), from h = 0', () => {
    const noise = inSight(3);
    let h = 0;
    const expected = [-1, ...noise].map((x) => (h = Math.tanh(1.4 * h + 0.7 * x - 0.2)));
    for (const [i, value] of courseOf(neuron(14, 7, -2), -1, noise).entries())
      expect(value).toBeCloseTo(expected[i] ?? NaN, 4);
    expect(expected).toHaveLength(LONGEST);
  });

  test('hears noise of mean 0 and variance 1, whose values are not bound to one another', () => {
    const many = normal(rng(secret, 'x'), 40_000);
    expect(mean([...many])).toBeCloseTo(0, 1);
    expect(mean([...many].map((x) => x * x))).toBeCloseTo(1, 1);
    expect(mean([...many].map((x) => x ** 4))).toBeCloseTo(3, 0);
    expect(mean([...many].slice(1).map((x, i) => x * (many[i] ?? 0)))).toBeCloseTo(0, 1);
    expect(normal(rng(secret, 'x'), 5)).toEqual(many.slice(0, 5));
  });
});

describe('the score', () => {
  test.each([
    ['the latch', neuron(25, 3, 0), 1],
    ['one that holds more', neuron(30, 6, 0), 1],
    ['one that holds less', neuron(20, 3, 0), 0.945],
    ['one that hardly holds', neuron(15, 3, 0), 0.67],
    ['w_h = 1, listening hard', neuron(10, 10, 0), 0.04],
    ['a latch that listens harder', neuron(25, 10, 0), 0.52],
    ['as hard as it can', neuron(25, 20, 0), 0.12],
    ['a latch that leans a little', neuron(25, 3, 1), 0.89],
    ['a latch that leans', neuron(25, 3, 3), 0.07],
    ['the lecture’s start', neuron(5, 10, 3), 0],
    ['all at 0', neuron(0, 0, 0), 0],
    ['the opposite', neuron(25, -3, 0), 0],
    ['one that changes its sign at each step', neuron(-25, 3, 0), 0.34],
  ])('of %s', (_, given, expected) => {
    expect(Math.abs(worth(given) - expected)).toBeLessThan(0.035);
  });

  test('is right for every neuron that the teacher’s note names', () => {
    for (const h of [20, 25, 30])
      for (const x of [1, 4]) expect(grade(config, neuron(h, x, 0), { secret }).right).toBe(true);
    expect(grade(config, neuron(30, 9, 0), { secret }).right).toBe(true);
    for (const given of [neuron(15, 3, 0), neuron(20, 6, 0), neuron(25, 3, 2)])
      expect(grade(config, given, { secret }).right).toBe(false);
  });

  test('counts every hidden string of each length, as reading them one by one does', () => {
    const noise = normal(rng(secret, 'rnn-memory'), 1_000 * NOISE);
    for (const given of [neuron(14, 4, 1), neuron(7, 12, -2), neuron(-20, 5, 0)]) {
      const right = [0, 0, 0];
      for (let i = 0; i < 1_000; i++)
        for (const bit of [1, -1] as const) {
          const course = courseOf(given, bit, noise.subarray(i * NOISE, (i + 1) * NOISE));
          LENGTHS.forEach((length, at) => {
            const says = (course[length - 1] ?? 0) > 0 ? 1 : -1;
            right[at] = (right[at] ?? 0) + Number(says === bit);
          });
        }
      accuraciesOf(given, secret).forEach((accuracy, at) =>
        expect(accuracy).toBeCloseTo((right[at] ?? NaN) / 2_000, 2),
      );
    }
  });

  test('by chance is 0.07, with the best of three tries under 0.2', () => {
    const random = rng('bots', 'random');
    const scores = Array.from({ length: 900 }, () =>
      scoreOf(accuraciesOf(bots.random(config, random), secret)),
    );
    expect(Math.abs(mean(scores) - 0.07)).toBeLessThan(0.02);
    const threes = Array.from({ length: 300 }, (_, i) => Math.max(...scores.slice(3 * i, 3 * i + 3)));
    expect(mean(threes)).toBeLessThan(0.2);
  });

  test('says how often a neuron was right, beside the latch', () => {
    const { own, latch } = measure(config, neuron(15, 3, 0), { secret });
    expect(latch).toEqual(accuraciesOf(LATCH, secret));
    for (const [at, accuracy] of own.entries()) expect(accuracy).toBeLessThan(latch[at] ?? 0);
    expect(own[2]).toBeLessThan(own[0]);
  });
});

describe('a seat', () => {
  test('finds one of twelve neurons, none of which remembers anything', () => {
    expect(new Set(seats.map((seat) => JSON.stringify(startAt(seat)))).size).toBe(12);
    for (const start of starts) expect(worth(start)).toBeLessThan(0.02);
    expect(rnnMemory.view(config, null).start).toBeNull();
  });

  test('where only w_h is turned up is still worth less than a third', () => {
    const left = starts.map((start) => worth({ ...start, h: LATCH.h }));
    expect(mean(left)).toBeLessThan(0.33);
  });
});

describe('the strings in sight', () => {
  const ends = (given: Submission, number = 0) => apartOf(given, inSight(number)).at(-1) ?? NaN;

  test('show what the prediction asks: after 80 steps two h differ with w_h = 2, not with 0.5 and 1', () => {
    expect(ends(neuron(20, 3, 0))).toBeGreaterThan(1.5);
    for (const h of [5, 10]) expect(Math.abs(ends(neuron(h, 3, 0)))).toBeLessThan(0.01);
  });

  test('show each mistake at the first noise, and the latch holds at most others', () => {
    expect(ends(LATCH)).toBeGreaterThan(1.5);
    for (const given of [neuron(25, 10, 0), neuron(25, 3, 3), neuron(25, 3, -3), neuron(15, 3, 0)])
      expect(Math.abs(ends(given)), JSON.stringify(given)).toBeLessThan(0.1);
    const others = Array.from({ length: 30 }, (_, i) => ends(LATCH, i));
    expect(others.filter((apart) => apart > 1).length).toBeGreaterThan(24);
  });
});

describe('the class picture', () => {
  const { answers } = rnnMemory;
  const picture = (...given: readonly Submission[]) =>
    given.reduce<Summary>(
      (summary, one) => answers?.addToSummary(config, summary, one, { seat: '', secret }, null) ?? summary,
      rnnMemory.emptySummary(config),
    );
  const open = (summary: Summary) => answers?.whileOpen?.(summary);

  test('counts who remembers, and after the close says by which weights', () => {
    const drawn = picture(LATCH, LATCH, neuron(5, 10, 3));
    expect(drawn).toEqual({ all: 3, remember: 2, held: { '25,3,0': 2, '5,10,3': 1 }, courses: {} });
    expect(remembers(LATCH)).toBe(true);
  });

  test('while open holds no weights, each course once, and at most forty', () => {
    const drawn = open(picture(LATCH, LATCH, neuron(5, 10, 3)));
    expect(drawn).toEqual({
      ...{ all: 3, remember: 2, held: {} },
      courses: { '8,8,8,8,8,8,8,8': 1, '0,0,0,0,0,0,0,0': 1 },
    });
    expect(drawn && open(drawn)).toEqual(drawn);
    const random = rng('class', 'many');
    const many = open(picture(...Array.from({ length: 400 }, () => bots.random(config, random))));
    expect(Object.keys(many?.courses ?? {}).length).toBeLessThanOrEqual(40);
  });

  test('while open shows neurons that remember alike as one: nobody reads their weights off it', () => {
    const courses = [1, 2, 3, 4].flatMap((x) => [24, 26, 28, 30].map((h) => coarse(neuron(h, x, 0))));
    expect(new Set(courses).size).toBe(1);
    expect(placesOf(courses[0] ?? '').at(0)).toEqual([10, 2]);
    expect(placesOf(courses[0] ?? '').at(-1)).toEqual([LONGEST, 2]);
  });
});

test('mistakes are named by what goes wrong first, and what is right has none', () => {
  const named = (given: Submission) => mistakes(config, given, { seat: '', secret }).map(({ id }) => id);
  expect(named(LATCH)).toEqual([]);
  expect(named(neuron(25, 0, 0))).toEqual(['deaf']);
  expect(named(neuron(5, 10, 3))).toEqual(['fades']);
  expect(named(neuron(10, 3, 0))).toEqual(['fades']);
  expect(named(neuron(5, 20, 0))).toEqual(['louder']);
  expect(named(neuron(25, 12, 0))).toEqual(['louder']);
  expect(named(neuron(25, 3, 3))).toEqual(['leaning']);
  expect(named(neuron(14, 3, 0))).toEqual(['loose']);
  expect(named(neuron(25, -3, 0))).toEqual(['opposite']);
  expect(named(neuron(-25, 3, 0))).toEqual(['flips']);
});

test('sliders end at 3, 2 and 1, in tenths', () => {
  const { check } = rnnMemory.answers ?? {};
  expect(LIMITS).toEqual({ h: 30, x: 20, b: 10 });
  expect(check?.(config, neuron(-30, 20, -10), null).ok).toBe(true);
  for (const given of [neuron(31, 0, 0), neuron(0, -21, 0), neuron(0, 0, 11)])
    expect(check?.(config, given, null)).toMatchObject({ ok: false, error: 'out-of-range' });
  expect(grade(config, LATCH, { secret })).toEqual({ score: 1, right: true });
});
