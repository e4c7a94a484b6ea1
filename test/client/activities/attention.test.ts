import { describe, expect, test } from 'vitest';
import { inDisc, LONGEST, squareOf, type Submission, type Vector } from '#shared/activities/attention/config';
import { people } from '#shared/activities/attention/people';
import { startAt } from '#shared/activities/attention/start';
import { attended, mostAttended } from '../../../client/activities/attention/attended';
import { dragged, nearest, stepped } from '../../../client/activities/attention/moving';
import {
  among,
  atFirst,
  COLDEST,
  everyone,
  HOTTEST,
  temperatureAt,
  toggled,
} from '../../../client/activities/attention/own-sentence';
import { drawn, MIDDLE, RADIUS, vectorAt, within } from '../../../client/activities/attention/plane';
import { directionsOf, wordsOf } from '../../../client/activities/attention/sentence';
import { startOf } from '../../../client/activities/attention/start';

const heads: Submission = {
  queries: [
    [10, 0],
    [-10, 0],
  ],
};

describe('the plane of queries', () => {
  test('has every place of the grid where it is drawn', () => {
    for (const vector of [
      [0, 0],
      [28, 28],
      [-40, 0],
      [3, -17],
    ] as const)
      expect(vectorAt(drawn(vector))).toEqual(vector);
    expect(drawn([0, LONGEST])).toEqual({ x: MIDDLE.x, y: MIDDLE.y - RADIUS });
  });

  test('keeps a query in the disc, in the direction of the finger', () => {
    for (let angle = 0; angle < 6.3; angle += 0.1) {
      const far: Vector = [100 * Math.cos(angle), 100 * Math.sin(angle)];
      const kept = within(far);
      expect(inDisc(kept)).toBe(true);
      expect(Math.sqrt(squareOf(kept))).toBeGreaterThan(38.5);
      expect((kept[0] * far[0] + kept[1] * far[1]) / Math.sqrt(squareOf(kept)) / 100).toBeGreaterThan(0.999);
    }
  });
});

describe('a query', () => {
  test('follows the finger without jumping under it, and stays in the disc', () => {
    const from = { x: drawn([10, 0]).x + 5, y: MIDDLE.y };
    const go = dragged([0, 1])(heads, from);
    expect(go(from)).toEqual(heads);
    expect(go({ x: from.x, y: from.y - 3.5 * 10 }).queries).toEqual([
      [10, 10],
      [-10, 0],
    ]);
    expect(go({ x: from.x + 1_000, y: from.y }).queries[0]).toEqual([40, 0]);
  });

  test('is the nearest of those that can be held', () => {
    expect(nearest(heads, [0, 1], drawn([-6, 3]))).toBe(1);
    expect(nearest(heads, [0], drawn([-6, 3]))).toBe(0);
  });

  test('moves by tenths with the arrow keys, and stops at the edge', () => {
    expect(stepped(heads, 1, [0, 5]).queries).toEqual([
      [10, 0],
      [-10, 5],
    ]);
    expect(
      stepped(
        {
          queries: [
            [40, 0],
            [0, 0],
          ],
        },
        0,
        [1, 0],
      ).queries[0],
    ).toEqual([40, 0]);
  });

  test('stands where it was before a reload, unless what was kept is no answer', () => {
    const view = { asks: 'roles', turn: 3 } as const;
    expect(startOf(view, heads, null)).toEqual(heads);
    expect(
      startOf(
        view,
        {
          queries: [
            [41, 0],
            [0, 0],
          ],
        },
        null,
      ),
    ).toEqual(startAt('roles', 3));
    expect(
      startOf(
        view,
        {
          queries: [
            [1, 0],
            [0, 0],
            [0, 0],
          ],
        },
        heads,
      ),
    ).toEqual(heads);
    expect(startOf({ asks: 'pronouns', turn: 0 }, null, null).queries).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('what is attended to', () => {
  test('is the mean of the heads, and the two words that get most are told first', () => {
    const keys = wordsOf({ asks: 'roles', turn: 0 }).map(({ key }) => key);
    const { heads: each, mean } = attended(
      [
        [40, 0],
        [-40, 0],
      ],
      keys,
    );
    mean.forEach((weight, i) =>
      expect(weight).toBeCloseTo(((each[0]?.[i] ?? 0) + (each[1]?.[i] ?? 0)) / 2, 12),
    );
    expect([...mostAttended(mean)].sort()).toEqual([1, 2]);
  });

  test('has its words and the names around the disc where the seat’s plane has them', () => {
    const vectors = directionsOf({ asks: 'pronouns', turn: 4 }).map(({ vector }) => vector);
    expect(vectors[0]).toEqual([0, 1]);
    expect(wordsOf({ asks: 'pronouns', turn: 4 })[0]?.key).toEqual([8, 11]);
  });
});

describe('a sentence of one’s own', () => {
  test('begins as the step’s, takes anybody in and out, and is never empty', () => {
    expect(among(atFirst)).toEqual(people);
    const more = toggled(atFirst, 'giulia');
    expect(among(more).length).toBe(people.length + 1);
    expect(toggled(more, 'giulia')).toEqual(atFirst);
    expect(toggled(['sara'], 'sara')).toEqual(['sara']);
    expect(new Set(everyone.map(({ id }) => id)).size).toBe(everyone.length);
  });

  test('is read at temperatures from a quarter to 4, and 1 at first', () => {
    expect([COLDEST, 0, HOTTEST].map(temperatureAt)).toEqual([0.25, 1, 4]);
  });
});
