import { describe, expect, test } from 'vitest';
import { ALONG, costAt, descent, distanceOf, slopeAt, START, within } from '#shared/activities/descent/bowl';
import { STEEPEST, type Config } from '#shared/activities/descent/config';
import { bestRate, gainOf, limitRate, parOf } from '#shared/activities/descent/gain';
import { grade, measure, scoreOf } from '#shared/activities/descent/grade';
import { startsOf } from '#shared/activities/descent/hidden';
import { descent as kind } from '#shared/activities/descent/index';
import { mistakes } from '#shared/activities/descent/mistakes';
import { levelled, placeOf, RANGE, rateOf, UNTOUCHED } from '#shared/activities/descent/rate';
import { knows } from '#shared/activities/descent/samples';
import { costOf, REACH, startAt, wayFrom } from '#shared/activities/descent/two-valleys';
import { steepnessOf } from '#shared/activities/descent/steepness';
import { derive, rng } from '#shared/rng';

const config: Config = { kappa: 10, steps: 20 };
const level: Config = { ...config, steepness: 0 };
const bowl = { kappa: 10, along: ALONG };
const secrets = Array.from({ length: 60 }, (_, i) => derive('steps', `secret ${i}`));
const seats = Array.from({ length: 260 }, (_, i) => derive('class', `seat ${i}`));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const clamp = (value: number) => Math.max(0, Math.min(1, value));
/** The starts of many steps. */
const starts = secrets.flatMap(startsOf);
const places = Array.from({ length: RANGE.most - RANGE.least + 1 }, (_, i) => RANGE.least + i);

describe('the valley', () => {
  test('has the slope of its cost, which is perpendicular to the curve of equal cost', () => {
    const h = 1e-5;
    for (const point of [START, { x: 0.3, y: -0.7 }, { x: -1, y: 0.2 }]) {
      const slope = slopeAt(bowl, point);
      const numeric = {
        x:
          (costAt(bowl, { ...point, x: point.x + h }) - costAt(bowl, { ...point, x: point.x - h })) / (2 * h),
        y:
          (costAt(bowl, { ...point, y: point.y + h }) - costAt(bowl, { ...point, y: point.y - h })) / (2 * h),
      };
      expect(slope.x).toBeCloseTo(numeric.x, 6);
      expect(slope.y).toBeCloseTo(numeric.y, 6);
      const aside = { x: point.x - h * slope.y, y: point.y + h * slope.x };
      expect(costAt(bowl, aside)).toBeCloseTo(costAt(bowl, point), 7);
    }
  });

  test('is ten times as steep across as along, and the ball starts on a circle of radius 1', () => {
    expect(distanceOf(START)).toBeCloseTo(1, 12);
    expect(distanceOf(within(bowl, START))).toBeCloseTo(1, 12);
    expect(costAt(bowl, { x: -ALONG.y, y: ALONG.x }) / costAt(bowl, ALONG)).toBeCloseTo(10, 12);
  });
});

describe('D, the mean of ln(‖p₀‖/‖p_N‖)', () => {
  test('is what twenty steps in turned valleys come to', () => {
    const few = startsOf(secrets[0] ?? '');
    const random = rng('turns', 'x');
    for (const rate of [0.02, 0.1, 0.18, 0.25]) {
      const turned = few.map((start) => {
        const angle = 2 * Math.PI * random.unit();
        const along = { x: Math.cos(angle), y: Math.sin(angle) };
        const from = {
          x: start.x * along.x - start.y * along.y,
          y: start.x * along.y + start.y * along.x,
        };
        const path = descent({ kappa: 10, along }, from, rate, 20);
        return -Math.log(distanceOf(path.at(-1) ?? from));
      });
      expect(gainOf(config, few, rate)).toBeCloseTo(mean(turned), 4);
    }
  });

  test('at the best η is 20 ln(11/9) = 4.01, wherever the balls start: 55 times nearer', () => {
    expect(bestRate(config)).toBeCloseTo(0.182, 3);
    expect(parOf(config)).toBeCloseTo(4.013, 3);
    for (const secret of secrets.slice(0, 5))
      expect(gainOf(config, startsOf(secret), bestRate(config))).toBeCloseTo(parOf(config), 4);
    expect((11 / 9) ** 20).toBeCloseTo(55.3, 1);
  });

  test('is capped at 20', () => {
    expect(gainOf({ kappa: 10, steps: 20 }, [{ x: 0, y: 1 }], 0.1)).toBe(20);
  });
});

describe('the figures of the lecture, with clamp((D/D_par − 0.3)/0.6)', () => {
  const lecture = (rate: number) => clamp((gainOf(config, starts, rate) / parOf(config) - 0.3) / 0.6);

  test.each([
    [0.01, 0],
    [0.12, 0.85],
    [0.13, 0.95],
    [0.15, 1],
    [0.186, 0.92],
    // A clear cut: where the lecture asks for full marks up to 0.19 its own formula has lost four tenths.
    [0.19, 0.61],
  ])('η = %d is worth %d', (rate, worth) => {
    expect(lecture(rate)).toBeGreaterThan(worth - 0.025);
    expect(lecture(rate)).toBeLessThan(worth + 0.025);
  });
});

describe('the score, in a valley of steepness 1', () => {
  const scores = (rate: number) => secrets.map((secret) => scoreOf(config, placeOf(rate), secret));

  test('is full from 0.13 to 0.19, on whatever hidden valleys', () => {
    for (const rate of [0.13, 0.14, 0.15, 0.16, 0.17, 0.182, 0.186, 0.19]) {
      expect(mean(scores(rate))).toBeGreaterThan(0.99);
      expect(Math.min(...scores(rate))).toBeGreaterThan(0.8);
    }
  });

  test.each([
    [0.01, 0],
    [0.05, 0.02],
    [0.08, 0.33],
    [0.1, 0.67],
    [0.12, 0.95],
    [0.2, 0.43],
  ])('at η = %d is about %d', (rate, worth) => {
    expect(Math.abs(mean(scores(rate)) - worth)).toBeLessThan(0.06);
  });

  test('is 0 where the steep direction runs away, from 2/κ on', () => {
    expect(limitRate(config)).toBe(0.2);
    expect(rateOf(-34)).toBeGreaterThan(0.2);
    for (const place of [-34, -30, -10, 0]) expect(scoreOf(config, place, secrets[0] ?? '')).toBe(0);
  });
});

describe('each seat has a valley of its own', () => {
  const secret = secrets[0] ?? '';
  const at = (seat: string, exponent: number) => grade(config, { exponent }, { seat, secret }).score;
  const best = (seat: string) => knows(config, rng('x', 'x'), seat).exponent;

  test('of thirteen, from a quarter to four times as steep, and its best η is on the slider', () => {
    const dealt = new Set(seats.map((seat) => steepnessOf(config, seat)));
    expect(dealt.size).toBe(2 * STEEPEST + 1);
    for (const seat of seats) {
      expect(at(seat, best(seat))).toBe(1);
      expect(rateOf(best(seat)) * 10 ** (steepnessOf(config, seat) / 10)).toBeCloseTo(0.182, 3);
      expect(best(seat)).toBeLessThanOrEqual(RANGE.most);
    }
  });

  test('who copies a neighbour’s η gets 0.25 on average', () => {
    const copied = mean(seats.map((seat, i) => at(seat, best(seats[(i + 1) % seats.length] ?? seat))));
    expect(copied).toBeGreaterThan(0.18);
    expect(copied).toBeLessThan(0.32);
  });

  test('by chance 0.12, with the best of three tries 0.31, and nothing where the slider starts', () => {
    const all = seats
      .slice(0, 40)
      .map((seat) => places.map((place) => at(seat, place)).sort((a, b) => a - b));
    expect(mean(all.map(mean))).toBeCloseTo(0.12, 1);
    const ofThree = all.map((sorted) =>
      sorted.reduce(
        (sum, score, i) => sum + score * (((i + 1) / sorted.length) ** 3 - (i / sorted.length) ** 3),
        0,
      ),
    );
    expect(mean(ofThree)).toBeGreaterThan(0.27);
    expect(mean(ofThree)).toBeLessThan(0.35);
    expect(mean(seats.map((seat) => at(seat, UNTOUCHED.exponent)))).toBe(0);
  });

  test('and the class picture levels them: who chose the best η of their own stands at one place', () => {
    const { answers } = kind;
    const picture = seats.reduce(
      (summary, seat) =>
        answers?.addToSummary(config, summary, { exponent: best(seat) }, { seat, secret }, null) ?? summary,
      kind.emptySummary(config),
    );
    expect(picture.levels).toEqual({ '-37': seats.length });
    expect(kind.reveal(config, { secret }).best).toBe(-37);
  });
});

test('mistakes have a name on each side, and what fits has none', () => {
  const evidence = { seat: '', secret: secrets[0] ?? '' };
  const named = (exponent: number) => mistakes(level, { exponent }, evidence).map(({ id }) => id);
  expect(named(-100)).toEqual(['small']);
  expect(named(-37)).toEqual([]);
  expect(named(-35)).toEqual(['large']);
  expect(named(-20)).toEqual(['away']);
});

test('how near the balls came is said as a factor, and not of a ball that ran away', () => {
  const evidence = { seat: '', secret: secrets[0] ?? '' };
  expect(measure(level, { exponent: -37 }, evidence).nearer).toBeCloseTo(55, -0.5);
  expect(measure(level, { exponent: -20 }, evidence).nearer).toBeNull();
});

test('the starts of the hidden valleys point every way and are in no view', () => {
  for (const { x, y } of starts) expect(Math.sqrt(x * x + y * y)).toBeCloseTo(1, 12);
  const along = mean(starts.map(({ x }) => x * x));
  expect(along).toBeGreaterThan(0.46);
  expect(along).toBeLessThan(0.54);
  for (const seat of [null, ...seats.slice(0, 20)])
    expect(Object.keys(kind.view(config, seat)).sort()).toEqual(['kappa', 'steepness', 'steps']);
  expect(levelled(0, 10)).toBe(50);
});

describe('two valleys', () => {
  const grid = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH);
  const endOf = (place: number) => wayFrom(place).at(-1) ?? 0;

  test('every start ends in one of the two minima, the left one being lower', () => {
    const ends = grid.map(endOf);
    for (const end of ends) expect(Math.abs(end * (end * end - 1) + 0.15)).toBeLessThan(0.001);
    expect([...new Set(ends.map((end) => end.toFixed(2)))]).toEqual(['-1.07', '0.91']);
    expect(costOf(endOf(-REACH))).toBeLessThan(costOf(endOf(REACH)));
  });

  test('a class starts everywhere and ends on both sides, without any step that makes the cost grow', () => {
    const dealt = seats.map(startAt);
    expect([Math.min(...dealt), Math.max(...dealt)]).toEqual([-REACH, REACH]);
    const left = dealt.filter((place) => endOf(place) < 0).length / dealt.length;
    expect(left > 0.4 && left < 0.65).toBe(true);
    for (const place of grid) {
      const costs = wayFrom(place).map(costOf);
      expect(costs.every((cost, i) => i === 0 || cost <= (costs[i - 1] ?? 0) + 1e-12)).toBe(true);
    }
  });
});
