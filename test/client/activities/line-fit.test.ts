import { describe, expect, test } from 'vitest';
import type { Heights } from '#shared/activities/line-fit/config';
import { dragged, held, raised, stepped } from '../../../client/activities/line-fit/moving';
import { across, cutOf, down, gramsIn, squaresPath } from '../../../client/activities/line-fit/plane';
import { startOf } from '../../../client/activities/line-fit/start';

const LEVEL: Heights = [4_000, 4_000];
const WIDE = 1.5;

describe('a handle', () => {
  test('goes by fifty grams with an arrow key, up and to the right alike, and stays in the picture', () => {
    expect(stepped(LEVEL, 0, [0, 1])).toEqual([4_050, 4_000]);
    expect(stepped(LEVEL, 1, [-5, 0])).toEqual([4_000, 3_750]);
    expect(held(LEVEL, 1, 9_000)).toEqual([4_000, 6_500]);
    expect(held(LEVEL, 0, 3_204)).toEqual([3_200, 4_000]);
  });

  test('is the nearer one of the two, and follows the finger without jumping under it', () => {
    const go = dragged(() => WIDE)(LEVEL, { x: across(190, WIDE), y: 30 });
    expect(go({ x: across(230, WIDE), y: 30 })).toEqual(LEVEL);
    expect(go({ x: 0, y: 50 })).toEqual([3_800, 4_000]);
    expect(dragged(() => WIDE)(LEVEL, { x: across(215, WIDE), y: 0 })({ x: 0, y: -10 })).toEqual([
      4_000, 4_100,
    ]);
  });

  test('of a guess goes by fifty grams', () => {
    expect(raised(4_500, { x: 0, y: 100 })({ x: 0, y: 91 })).toBe(4_600);
  });
});

describe('the drawing', () => {
  test('has the heaviest on top, and a way up is worth the same everywhere', () => {
    expect([down(6_500), down(2_500)]).toEqual([0, 400]);
    expect(gramsIn(down(3_000) - down(4_000))).toBe(1_000);
  });

  test('cuts a level line level, however wide it is', () => {
    const { at, normal } = cutOf(LEVEL, WIDE);
    expect(at.y).toBe(down(4_000));
    expect([normal.x, normal.y]).toEqual([0, -1]);
  });

  test('draws each error as a square, away from a rising line, and none where there is no error', () => {
    // 200 g above a level line are 20 units: down to it, to the left, and back.
    expect(squaresPath([183, 4_200], LEVEL, 1)).toBe('M80 230v20h-20v-20z');
    expect(squaresPath([183, 3_800], LEVEL, 1)).toBe('M80 270v-20h20v20z');
    expect(squaresPath([183, 4_000], LEVEL, 1)).toBe('M80 250v0h0v0z');
  });
});

describe('a student starts', () => {
  const sent = { guess: 4_000, heights: [3_000, 5_000] as Heights };

  test('with a level line and no guess', () => {
    expect(startOf(undefined, null, LEVEL)).toEqual({ guess: null, heights: LEVEL });
  });

  test('where they were, or else at what was sent', () => {
    expect(startOf({ ...sent, guess: 3_500 }, sent, LEVEL)).toMatchObject({ guess: 3_500 });
    expect(startOf(null, sent, LEVEL)).toEqual(sent);
  });

  test.each([
    ['a line outside of the picture', { ...sent, heights: [3_000, 9_000] }],
    ['a line off the grid', { ...sent, heights: [3_001, 5_000] }],
    ['no guess', { heights: sent.heights }],
    ['something else', 'x'],
  ])('afresh after %s', (_what, draft) => {
    expect(startOf(draft, null, LEVEL)).toEqual({ guess: null, heights: LEVEL });
  });
});
