import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf, standing, ticksOf, widest, type ChartAxis } from '../../../../client/activities/kit/chart';

const epochs: ChartAxis = { domain: [0, 200], name: 'epochs' };
const energy: ChartAxis = { domain: [500, 400_000], log: true, name: 'multiplications' };

test('values lie evenly along a plain axis', () => {
  expect([0, 50, 200].map(sharesOf(epochs))).toEqual([0, 0.25, 1]);
});

test('along a logarithmic axis equal factors are equally far apart', () => {
  const share = sharesOf({ ...energy, domain: [1, 10_000] });
  [1, 10, 100, 1_000, 10_000].forEach((value, i) => expect(share(value)).toBeCloseTo(i / 4, 12));
});

test('what is outside lies at the axis’ end, also what has no logarithm', () => {
  expect([-5, 999].map(sharesOf(epochs))).toEqual([0, 1]);
  expect([0, -1, 1e9].map(sharesOf(energy))).toEqual([0, 0, 1]);
});

test('a plain axis is marked at round values, its ends among them where they are round', () => {
  expect(ticksOf({ ...epochs, marks: 4 }).map(({ label }) => label)).toEqual([
    '0',
    '50',
    '100',
    '150',
    '200',
  ]);
  expect(ticksOf({ ...epochs, domain: [0, 278] }).map(({ label }) => label)).toEqual(['0', '100', '200']);
});

test('a logarithmic axis is marked at the powers of ten', () => {
  expect(ticksOf(energy).map(({ label }) => label)).toEqual(['10³', '10⁴', '10⁵']);
  expect(ticksOf({ ...energy, domain: [0.01, 10] }).map(({ label }) => label)).toEqual([
    '10⁻²',
    '10⁻¹',
    '10⁰',
    '10¹',
  ]);
});

test('there is no half an epoch to be marked', () => {
  const few: ChartAxis = { domain: [0, 2], marks: 4, name: 'epochs' };
  expect(ticksOf(few).map(({ label }) => label)).toContain('0.5');
  expect(ticksOf({ ...few, whole: true }).map(({ label }) => label)).toEqual(['0', '1', '2']);
});

test('a mark says its value in the words of its axis', () => {
  const shares: ChartAxis = { domain: [0.45, 1], name: 'accuracy', words: (value) => `${value * 100}%` };
  expect(ticksOf(shares).at(-1)).toEqual({ share: 1, label: '100%' });
});

test('every mark lies on the axis, where its value is', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (from, length) => {
      const axis: ChartAxis = { domain: [from, from + length], name: '' };
      const ticks = ticksOf(axis);
      expect(ticks.length).toBeGreaterThan(0);
      for (const { share, label } of ticks) {
        expect(share >= 0 && share <= 1).toBe(true);
        expect(sharesOf(axis)(Number(label))).toBeCloseTo(share, 6);
      }
    }),
  );
});

test('the labels beside an axis need the room of the longest', () => {
  expect(widest(ticksOf(epochs))).toBe('100');
  expect(widest([])).toBe('');
});

test('a label at an end stays within the chart, others stand centred on their mark', () => {
  expect([0, 0.5, 1].map(standing)).toEqual(['start', 'middle', 'end']);
});
