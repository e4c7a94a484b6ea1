import { describe, expect, test } from 'vitest';
import { bestFor, halfWay, shapeAlone } from '#shared/activities/conv-kernel/best';
import { UNPAINTED, type Config, type Detector } from '#shared/activities/conv-kernel/config';
import { gainOf, grade, measure, ratesOf } from '#shared/activities/conv-kernel/grade';
import { heldDetectors, keyOf } from '#shared/activities/conv-kernel/held';
import { fires, mapOf, pixelUnder, PLACES, sumsOf, windowsOf } from '#shared/activities/conv-kernel/kernel';
import { mistakes } from '#shared/activities/conv-kernel/mistakes';
import { drawPictures } from '#shared/activities/conv-kernel/pictures';
import { bots } from '#shared/activities/conv-kernel/samples';
import { directionFor, directions, shapes, type Direction } from '#shared/activities/conv-kernel/shapes';
import { shownTo } from '#shared/activities/conv-kernel/shown';
import { addToSummary, emptySummary, view } from '#shared/activities/conv-kernel/view';
import { derive, rng } from '#shared/rng';

const own: Config = { data: 'bars' };
const secrets = Array.from({ length: 40 }, (_, i) => derive('steps', `kernel ${i}`));
const [secret = ''] = secrets;
const seats = Array.from({ length: 400 }, (_, i) => derive('class', `seat ${i}`));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const each = directions.map((direction) => ({ direction }));

/** s of a detector on the hidden pictures of many steps, on average. */
const gain = (detector: Detector, direction: Direction) =>
  mean(secrets.map((one) => gainOf(ratesOf(detector, one), direction)));

/** A picture without flipped pixels, of rows of eight. */
const drawn = (...rows: readonly string[]) => rows.join('').replace(/\./g, '0').replace(/#/g, '1');
const BLOB = drawn(
  '........',
  '........',
  '..###...',
  '..###...',
  '..###...',
  '........',
  '........',
  '........',
);

describe('a kernel', () => {
  test('adds at each of 36 places the weights that lie on lit pixels', () => {
    const { cells } = bestFor('horizontal');
    const map = mapOf(cells, BLOB);
    expect(map).toHaveLength(PLACES * PLACES);
    // Its middle row on the blob's first one: three lit on the line, three below it.
    expect(map[PLACES + 2]).toBe(3 - 3);
    // On the whole blob.
    expect(map[2 * PLACES + 2]).toBe(3 - 6);
  });

  test('sums the same whether pixel by pixel or by its table of 512', () => {
    const random = rng('x', 'tables');
    for (const { picture } of shownTo(null))
      for (let i = 0; i < 20; i++) {
        const { cells } = bots.random(own, random);
        const sums = sumsOf(cells);
        const byPixel = Array.from({ length: PLACES * PLACES }, (_, place) =>
          cells.reduce<number>(
            (sum, weight, cell) => sum + (picture[pixelUnder(place, cell)] === '1' ? weight : 0),
            0,
          ),
        );
        expect(mapOf(cells, picture)).toEqual(byPixel);
        expect(windowsOf(picture).map((bits) => sums[bits])).toEqual(byPixel);
      }
  });

  test('fires above its threshold, and not at it', () => {
    const line = { ...UNPAINTED, cells: shapeAlone('horizontal').cells };
    expect(fires({ ...line, threshold: 2 }, BLOB)).toBe(true);
    expect(fires({ ...line, threshold: 3 }, BLOB)).toBe(false);
    expect(fires(UNPAINTED, BLOB)).toBe(false);
  });

  test.each(each)(
    'of $direction bars makes 3 of a blob as a bare shape, and 1 at most with −1 around',
    ({ direction }) => {
      expect(Math.max(...mapOf(shapeAlone(direction).cells, BLOB))).toBe(3);
      expect(Math.max(...mapOf(bestFor(direction).cells, BLOB))).toBeLessThanOrEqual(1);
    },
  );
});

describe('the pictures', () => {
  const many = drawPictures(300, rng('x', 'pictures'));

  test('are as many of each shape, with about one pixel in 50 flipped', () => {
    for (const shape of shapes) expect(many[shape]).toHaveLength(300);
    const lit = mean(many.blob.map((picture) => picture.replace(/0/g, '').length));
    expect(lit).toBeCloseTo(9 * 0.98 + 55 * 0.02, 0);
  });

  test('keep bars and blobs off the border, which the middle of a kernel never reaches', () => {
    const border = (picture: string) =>
      [...picture].filter((_, i) => i < 8 || i >= 56 || i % 8 === 0 || i % 8 === 7).join('');
    for (const shape of shapes) {
      const lit = mean(many[shape].map((picture) => border(picture).replace(/0/g, '').length / 28));
      expect(lit).toBeLessThan(0.03);
    }
  });
});

describe('s, hits less false alarms', () => {
  test.each(each)('for $direction bars is 0.72 to 0.74 for the shape alone', ({ direction }) => {
    expect(gain(shapeAlone(direction), direction)).toBeGreaterThan(0.715);
    expect(gain(shapeAlone(direction), direction)).toBeLessThan(0.75);
  });

  test.each(each)(
    'for $direction bars is 0.91 to 0.97 with −1 around, for thresholds 1 and 2',
    ({ direction }) => {
      for (const threshold of [1, 2]) {
        const s = gain({ ...bestFor(direction), threshold }, direction);
        expect(s).toBeGreaterThan(0.895);
        expect(s).toBeLessThan(0.975);
      }
    },
  );

  test('is about 0 for a random detector', () => {
    const random = rng('x', 'random');
    const drawn = Array.from({ length: 2_000 }, () => ratesOf(bots.random(own, random), secret));
    for (const direction of directions)
      expect(Math.abs(mean(drawn.map((rates) => gainOf(rates, direction))))).toBeLessThan(0.03);
  });

  test('is 0 for whoever fires on everything, or never', () => {
    const always = { cells: UNPAINTED.cells.map(() => 1 as const), threshold: 0 };
    for (const direction of directions) {
      expect(gainOf(ratesOf(always, secret), direction)).toBeCloseTo(0, 2);
      expect(gainOf(ratesOf(UNPAINTED, secret), direction)).toBe(0);
    }
  });
});

describe('the score', () => {
  const worth = (detector: (direction: Direction) => Detector) =>
    mean(seats.map((seat) => grade(own, detector(directionFor(own, seat)), { seat, secret }).score));

  test('is full for the kernel with −1 around, in each of forty steps', () => {
    for (const one of secrets)
      for (const direction of directions) {
        const config: Config = { ...own, direction };
        const graded = grade(config, bestFor(direction), { seat: '', secret: one });
        expect(graded.score).toBeGreaterThan(0.9);
        expect(graded.right).toBe(true);
      }
  });

  test('is about 0.4 for the shape alone, and nothing with the threshold left at 0', () => {
    expect(worth(shapeAlone)).toBeGreaterThan(0.37);
    expect(worth(shapeAlone)).toBeLessThan(0.5);
    expect(worth(halfWay)).toBe(0);
  });

  test('is one in four for whoever copies a neighbour', () => {
    const copied = seats.map((seat, i) => {
      const neighbour = seats[(i + 1) % seats.length] ?? seat;
      return grade(own, bestFor(directionFor(own, neighbour)), { seat, secret }).score;
    });
    expect(mean(copied)).toBeGreaterThan(0.18);
    expect(mean(copied)).toBeLessThan(0.32);
  });

  test('goes with what the student is told: hits, false alarms, blobs', () => {
    const config: Config = { ...own, direction: 'rising' };
    const told = measure(config, shapeAlone('rising'), { seat: '', secret });
    expect(told.hits).toBeGreaterThan(0.9);
    expect(told.blobs).toBeGreaterThan(0.9);
    expect(told.alarms).toBeCloseTo(0.25, 1);
  });
});

describe('six pictures in sight', () => {
  test('are two of one’s own direction and one of each other shape; four directions are dealt', () => {
    const dealt = seats.map((seat) => view(own, seat));
    expect(new Set(dealt.map(({ direction }) => direction)).size).toBe(4);
    for (const { direction, pictures } of dealt.slice(0, 20)) {
      expect(pictures).toHaveLength(6);
      expect(pictures.filter(({ shape }) => shape === direction)).toHaveLength(2);
      expect(new Set(pictures.map(({ shape }) => shape)).size).toBe(5);
    }
    expect(view(own, null)).toMatchObject({ direction: null });
  });

  test.each(each)('show with $direction bars what the shape alone gets wrong', ({ direction }) => {
    for (const { shape, picture } of shownTo(direction)) {
      expect(fires(bestFor(direction), picture)).toBe(shape === direction);
      expect(fires(shapeAlone(direction), picture)).toBe(shape === direction || shape === 'blob');
    }
  });

  test.each(each)(
    'say enough: a detector of $direction bars that is right on all is worth 0.8',
    ({ direction }) => {
      const random = rng('x', direction);
      const config: Config = { ...own, direction };
      const pictures = shownTo(direction);
      const drawn = Array.from({ length: 12_000 }, () => bots.random(own, random)).filter((detector) =>
        pictures.every(({ shape, picture }) => fires(detector, picture) === (shape === direction)),
      );
      expect(drawn.length).toBeGreaterThan(5);
      expect(
        mean(drawn.map((detector) => grade(config, detector, { seat: '', secret }).score)),
      ).toBeGreaterThan(0.8);
    },
  );
});

describe('a mistake has a name', () => {
  const config: Config = { ...own, direction: 'horizontal' };
  const best = bestFor('horizontal');
  const nameOf = (detector: Detector) => mistakes(config, detector, { seat: '', secret }).map(({ id }) => id);

  test.each([
    ['none where it is right', best, []],
    ['the shape alone', shapeAlone('horizontal'), ['shape']],
    ['nothing painted', { ...best, cells: UNPAINTED.cells }, ['blank']],
    ['a threshold that no sum reaches', { ...best, threshold: 4 }, ['never']],
    [
      'everything lit with no threshold',
      { ...best, cells: best.cells.map(() => 1), threshold: 0 },
      ['always'],
    ],
    ['another direction', bestFor('vertical'), ['turned']],
    ['too low a threshold', halfWay('horizontal'), ['loose']],
    ['a longer line than there is', { cells: [1, -1, -1, 1, 1, 1, -1, -1, 1], threshold: 3 }, ['high']],
  ] as const)('%s', (_name, detector, names) => {
    expect(nameOf(detector as Detector)).toEqual(names);
  });
});

describe('the class picture', () => {
  test('counts the detectors of each direction, and reads them again', () => {
    let summary = emptySummary();
    for (const seat of seats.slice(0, 40))
      summary = addToSummary(own, summary, bestFor(directionFor(own, seat)), { seat, secret });
    const held = directions.map((direction) => heldDetectors(summary[direction]));
    expect(held.flat().reduce((sum, { count }) => sum + count, 0)).toBe(40);
    for (const [i, [one]] of held.entries())
      expect(one).toMatchObject(bestFor(directions[i] ?? 'horizontal'));
  });

  test('has the commonest detector first', () => {
    const counts = { [keyOf(UNPAINTED)]: 1, [keyOf(bestFor('falling'))]: 3 };
    expect(heldDetectors(counts).map(({ count }) => count)).toEqual([3, 1]);
  });
});
