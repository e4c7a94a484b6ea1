import { describe, expect, test } from 'vitest';
import { bestFor, shapeAlone } from '#shared/activities/conv-kernel/best';
import { UNPAINTED } from '#shared/activities/conv-kernel/config';
import { keyOf } from '#shared/activities/conv-kernel/held';
import { mapOf, PLACES } from '#shared/activities/conv-kernel/kernel';
import { shownTo } from '#shared/activities/conv-kernel/shown';
import { emptySummary } from '#shared/activities/conv-kernel/view';
import { nextPlace, placeTouched, sumWords, termsAt } from '../../../client/activities/conv-kernel/sliding';
import { cellOf, pairIn, tilesIn } from '../../../client/activities/conv-kernel/squares';
import { startOf } from '../../../client/activities/conv-kernel/start';
import { wallsOf } from '../../../client/activities/conv-kernel/walls';
import { rowsWords } from '../../../client/activities/conv-kernel/words';

describe('the sum under the kernel', () => {
  test('is written with the weights that it is made of', () => {
    expect(sumWords([1, 1, -1])).toBe('+1 +1 −1 = 1');
    expect(sumWords([-1])).toBe('−1 = −1');
    expect(sumWords([])).toBe('0');
  });

  test('is the number of the map at every place', () => {
    const { cells } = bestFor('falling');
    for (const { picture } of shownTo('falling')) {
      const sums = mapOf(cells, picture);
      for (const [place, sum] of sums.entries())
        expect(termsAt(cells, picture, place).reduce((total, term) => total + term, 0)).toBe(sum);
    }
  });
});

describe('where the kernel stands', () => {
  test('goes place by place through the whole map and begins anew', () => {
    let place: number | null = null;
    const seen = Array.from({ length: PLACES * PLACES }, () => (place = nextPlace(place)));
    expect(seen).toEqual(Array.from({ length: 36 }, (_, i) => i));
    expect(nextPlace(35)).toBe(0);
  });

  const room = { width: 312, height: 160 };
  const [picture, map] = pairIn(room);
  const middleOf = ({ x, y, side }: ReturnType<typeof cellOf>) => ({ x: x + side / 2, y: y + side / 2 });

  test('is the cell of the map that is touched', () => {
    expect(placeTouched(room, middleOf(cellOf(map, PLACES, 0)))).toBe(0);
    expect(placeTouched(room, middleOf(cellOf(map, PLACES, 20)))).toBe(20);
  });

  test('is around the pixel of the picture that is touched, as far as the kernel stays within', () => {
    expect(placeTouched(room, middleOf(cellOf(picture, 8, 8 * 3 + 4)))).toBe(2 * PLACES + 3);
    expect(placeTouched(room, middleOf(cellOf(picture, 8, 0)))).toBe(0);
    expect(placeTouched(room, middleOf(cellOf(picture, 8, 63)))).toBe(35);
  });

  test('stays where it is when a touch misses both', () => {
    expect(placeTouched(room, { x: 156, y: 80 })).toBeNull();
    expect(placeTouched(room, { x: -5, y: 80 })).toBeNull();
  });
});

test('picture and map stand side by side in a wide box and one below the other in a high one', () => {
  const [left, right] = pairIn({ width: 312, height: 160 });
  expect([left.y, right.x - left.x - left.side]).toEqual([right.y, 16]);
  const [above, below] = pairIn({ width: 250, height: 900 });
  expect([above.x, below.y - above.y - above.side]).toEqual([below.x, 16]);
});

test('all tiles of a wall find room in it, however many', () => {
  for (const count of [0, 1, 7, 40, 90]) {
    const tiles = tilesIn({ x: 0, y: 0, width: 160, height: 120 }, count, 40);
    expect(tiles).toHaveLength(count);
    for (const { x, y, side } of tiles) {
      expect(x + side).toBeLessThanOrEqual(160.001);
      expect(y + side).toBeLessThanOrEqual(120.001);
      expect(side).toBeGreaterThan(9);
    }
  }
});

test('a wall has a tile for each student, and their mean', () => {
  const counts = { [keyOf(bestFor('rising'))]: 1, [keyOf(shapeAlone('rising'))]: 3 };
  const walls = wallsOf({ ...emptySummary(), rising: counts });
  const wall = walls.find(({ direction }) => direction === 'rising');
  expect([wall?.students, wall?.tiles.length]).toEqual([4, 4]);
  expect(wall?.mean).toEqual([-0.25, -0.25, 1, -0.25, 1, -0.25, 1, -0.25, -0.25]);
  expect(walls.filter(({ mean }) => mean === null)).toHaveLength(3);
});

test('a kernel is read out row by row', () => {
  expect(rowsWords(bestFor('horizontal').cells, 'en')).toBe('−1 −1 −1; +1 +1 +1; −1 −1 −1');
  expect(rowsWords([0.25, 0, 0, 0, 0, 0, 0, 0, -0.31], 'it')).toBe('+0,3 0 0; 0 0 0; 0 0 −0,3');
});

test('a kernel starts where it was, else as it was sent, else unpainted', () => {
  const sent = bestFor('vertical');
  expect(startOf(null, null)).toEqual(UNPAINTED);
  expect(startOf({ cells: [2], threshold: 1 }, sent)).toEqual(sent);
  expect(startOf({ ...sent, threshold: 7 }, sent)).toEqual(sent);
  expect(startOf(shapeAlone('vertical'), sent)).toEqual(shapeAlone('vertical'));
});
