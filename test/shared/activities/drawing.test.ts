import { describe, expect, test } from 'vitest';
import type { Summary } from '#shared/activities/drawing/index';
import { askedOf } from '#shared/activities/drawing/asked';
import { handOf, written } from '#shared/activities/drawing/hands';
import { inkOf, isBlank, sheetOf, SHEET } from '#shared/activities/drawing/ink';
import { joins, networks, request } from '#shared/activities/drawing/reading';
import { bots } from '#shared/activities/drawing/samples';
import { reduced } from '#shared/activities/drawing/reduced';
import { addToSummary, emptySummary, MOST } from '#shared/activities/drawing/view';
import type { Handed } from '#shared/activities/activity';
import { derive, rng, type Seed } from '#shared/rng';
import { digits } from '#shared/training/sets/digits';
import { checked } from '#shared/training/check';
import { trainByKernel } from '../../support/kernel';
import { SEED } from '../../support/session';

const config = { asks: 3 };

/** A sheet with ink in a rectangle of dots. */
function inked(top: number, left: number, height: number, width: number) {
  const sheet = new Uint8Array(SHEET * SHEET);
  for (let row = top; row < top + height; row++)
    sheet.fill(1, row * SHEET + left, row * SHEET + left + width);
  return sheet;
}

const rowsOf = (cells: readonly number[]) =>
  Array.from({ length: 8 }, (_, row) => cells.slice(8 * row, 8 * row + 8));

describe('a sheet', () => {
  test('is written in 256 characters, and read back as it was', () => {
    const sheet = written(7, handOf(rng(SEED, 'hand')), rng(SEED, 'sheet'));
    expect(inkOf(sheet)).toMatch(/^[0-9a-f]{256}$/);
    expect(sheetOf(inkOf(sheet))).toEqual(sheet);
    expect([isBlank('0'.repeat(256)), isBlank(inkOf(sheet))]).toEqual([true, false]);
  });

  test('becomes 8 x 8 cells of 0 to 16 dots: as high as the sheet, in the middle, its shape kept', () => {
    for (const [row, cells] of rowsOf(reduced(inked(3, 2, 16, 4))).entries())
      expect([row, ...cells]).toEqual([row, 0, 0, 0, 16, 16, 0, 0, 0]);
  });

  test('is never wider than the columns 1 to 6, however flat it was drawn', () => {
    for (const cells of rowsOf(reduced(inked(10, 0, 3, 32))))
      expect(cells).toEqual([0, 16, 16, 16, 16, 16, 16, 0]);
  });

  test('wherever it was drawn, and however large, is the same picture', () => {
    const one = reduced(inked(0, 0, 32, 8));
    for (const other of [inked(0, 24, 32, 8), inked(7, 3, 16, 4), inked(20, 28, 8, 2)])
      expect(reduced(other)).toEqual(one);
  });

  test('without ink is empty', () => {
    expect(reduced(new Uint8Array(SHEET * SHEET))).toEqual(new Array(64).fill(0));
  });

  test('has the ink that the data have, give or take a pen', () => {
    const inkIn = (cells: readonly number[]) => cells.reduce((sum, ink) => sum + ink, 0) / 1_024;
    const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
    const ours = Array.from({ length: 200 }, (_, i) => {
      const source = rng(SEED, `ink/${i}`);
      return inkIn(reduced(written(i % 10, handOf(source), source)));
    });
    expect(mean(digits.map(({ pixels }) => inkIn(pixels)))).toBeCloseTo(0.305, 2);
    expect(Math.abs(mean(ours) - 0.305)).toBeLessThan(0.05);
  });
});

test('a seat is asked for three digits, each another one, and a class for all ten', () => {
  const class_ = Array.from({ length: 300 }, (_, i) => askedOf(config, derive(SEED, `seat/${i}`)));
  for (const asked of class_) expect(new Set(asked).size).toBe(3);
  for (let digit = 0; digit < 10; digit++) {
    const share = class_.filter((asked) => asked.includes(digit)).length / class_.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(0.08);
  }
});

type Sheets = Handed<{ ink: string[] }>;

/** A simulated class, in the order of its lot. */
const classOf = (students: number, secret: Seed): readonly Sheets[] =>
  Array.from({ length: students }, (_, i) => {
    const seat = derive(secret, `class of ${students}/${i}`);
    return { seat, submission: bots.random(config, rng(seat, 'hand'), seat) };
  }).sort((a, b) => (a.seat < b.seat ? -1 : 1));

/** What a class is told at the reveal, its networks trained for real. */
function read(students: number, secret: Seed): Summary {
  const class_ = classOf(students, secret);
  const trained = Array.from({ length: networks(config, students) }, (_, which) => {
    const { open, read: said = [] } = trainByKernel(request(config, which, class_, secret));
    return { open, said };
  });
  return class_.reduce<Summary>((summary, { seat, submission }, place) => {
    const own = trained.map(({ open, said }) => ({ open, said: said.slice(3 * place, 3 * place + 3) }));
    const reading = { place, of: students, networks: own };
    return addToSummary(config, summary, submission, { seat, secret }, null, reading);
  }, emptySummary());
}

const share = ({ right, of }: Summary['ours']) => right / of;

/** Percent over several classes, each with its own secret. */
function percent(summaries: readonly Summary[], of: (summary: Summary) => number): number {
  return Math.round((100 * summaries.reduce((sum, one) => sum + of(one), 0)) / summaries.length);
}

describe('a simulated class', () => {
  /** Students, classes; percent read of the network's own test set, of the class, of the other half before and after. */
  const FIGURES = [
    [30, 12, 96, 63, 63, 71],
    [200, 4, 96, 65, 67, 81],
  ] as const;

  test.each(FIGURES)(
    'of %i is read worse than the network’s own test set, and better by its own data',
    (students, classes, own, ours, before, after) => {
      const all = Array.from({ length: classes }, (_, i) => read(students, derive(SEED, `secret ${i}`)));
      expect(all.map(({ wall }) => wall.length)).toEqual(all.map(() => Math.min(MOST, students)));
      expect(all.map(({ drawn }) => drawn)).toEqual(all.map(() => 3 * students));
      const found = [
        percent(all, (one) => one.own ?? 0),
        ...(['ours', 'before', 'after'] as const).map((part) => percent(all, (one) => share(one[part]))),
      ];
      expect(found).toEqual([own, ours, before, after]);
    },
  );

  test('of 1,200 costs no more than any training may', () => {
    const asked = request(config, 1, classOf(1_200, SEED), SEED);
    expect(checked(asked)).toMatchObject({ ok: true });
    expect(asked.train.y.length).toBe(1_297 + 1_500);
  });

  test('one half joins: the first in the lot, and of an odd class the smaller one', () => {
    expect([0, 1, 2].map((place) => joins({ place, of: 3 }))).toEqual([true, false, false]);
    expect(joins({ place: 0, of: 1 })).toBe(false);
  });
});
