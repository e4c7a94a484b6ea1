import { describe, expect, test } from 'vitest';
import { sheetOf, inkOf } from '#shared/activities/drawing/ink';
import { levelsOf, inkPath, cellsIn } from '../../../client/activities/drawing/paths';
import { dotAt, empty, moved, stroked } from '../../../client/activities/drawing/pen';
import { sheetIn } from '../../../client/activities/drawing/start';
import { hanging, hung } from '../../../client/activities/drawing/wall';

const inkOn = (sheet: Uint8Array) => sheet.reduce((sum, dot) => sum + dot, 0);

describe('a pen', () => {
  test('is three dots wide, and draws every dot between two places of a finger', () => {
    expect(inkOn(stroked(empty(), { row: 9, column: 9 }, { row: 9, column: 9 }))).toBe(9);
    expect(inkOn(stroked(empty(), { row: 9, column: 5 }, { row: 9, column: 24 }))).toBe(3 * 22);
  });

  test('stays on the sheet, however far a finger goes', () => {
    expect(dotAt(1.7, -3)).toEqual({ row: 0, column: 31 });
    expect(moved({ row: 1, column: 30 }, 5, 5)).toEqual({ row: 0, column: 31 });
    expect(inkOn(stroked(empty(), { row: 0, column: 0 }, { row: 0, column: 0 }))).toBe(4);
  });

  test('changes no sheet that was there before', () => {
    const before = empty();
    stroked(before, { row: 3, column: 3 }, { row: 8, column: 8 });
    expect(inkOn(before)).toBe(0);
  });
});

test('a sheet is drawn stretch by stretch, and cells by their ink', () => {
  expect(inkPath(stroked(empty(), { row: 1, column: 1 }, { row: 1, column: 1 }))).toBe(
    'M0 0h3v1h-3zM0 1h3v1h-3zM0 2h3v1h-3z',
  );
  expect(levelsOf([0, 8, 16, 8])).toEqual([
    { ink: 0.5, path: 'M1 0h1v1h-1zM3 0h1v1h-1z' },
    { ink: 1, path: 'M2 0h1v1h-1z' },
  ]);
  expect(cellsIn('0g8')).toEqual([0, 16, 8]);
});

test('a phone takes up the sheet that it kept, and nothing else that may lie there', () => {
  const ink = inkOf(stroked(empty(), { row: 9, column: 5 }, { row: 9, column: 24 }));
  expect(sheetIn({ ink: [ink] }, 0)).toBe(ink);
  for (const kept of [null, 7, { ink: ['x'] }, { ink: 3 }, { ink: [] }])
    expect(inkOn(sheetOf(sheetIn(kept, 0)))).toBe(0);
});

describe('the wall', () => {
  test('hangs every sheet with what was asked and what was said', () => {
    const drawn = { id: 'a', asked: [7, 1], ink: ['00', '01'], said: [1, 1] };
    expect(hung([drawn])).toEqual([
      { key: 'a/0', ink: '00', asked: 7, said: 1 },
      { key: 'a/1', ink: '01', asked: 1, said: 1 },
    ]);
  });

  test('makes sheets as large as all fit, and never narrower than a twelfth of it', () => {
    const room = { width: 800, height: 400 };
    for (const count of [1, 3, 9, 20, 40, 90]) {
      const { side, columns, holds } = hanging(count, room);
      expect(side).toBeGreaterThanOrEqual(800 / 12);
      expect(columns * side).toBeLessThanOrEqual(800);
      if (count <= 20) expect(holds).toBeGreaterThanOrEqual(count);
    }
    expect(hanging(3, room).side).toBeGreaterThan(2 * hanging(20, room).side);
  });
});
