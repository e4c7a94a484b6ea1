import { expect, test } from 'vitest';
import { labelsOf, type PlaneAxes } from '../../../../client/activities/kit/axes';
import { SIDE } from '../../../../client/activities/kit/plane';
import { axesOf } from '../../../../client/activities/neuron/axes';

const corner: PlaneAxes = {
  x: { ticks: [{ at: 100, label: '40' }], name: 'length, mm', index: null },
  y: { ticks: [{ at: 300, label: '14' }], name: 'depth, mm', index: null },
  cross: { x: 0, y: SIDE },
  size: 20,
};

const texts = (axes: PlaneAxes) => labelsOf(axes).map(({ text, index }) => text + (index ?? ''));

test('every tick has its value, and every axis its name with the unit', () => {
  expect(texts(corner)).toEqual(['40', 'length, mm', '14', 'depth, mm']);
});

test('axes along the edge have their words inside the drawing', () => {
  for (const { x, y } of labelsOf(corner)) {
    expect(x > 0 && x < SIDE).toBe(true);
    expect(y > 0 && y < SIDE).toBe(true);
  }
});

test('a value stands at its tick', () => {
  const [length, , depth] = labelsOf(corner);
  expect(length).toMatchObject({ x: 100, anchor: 'middle' });
  // The baseline, about a third of the letters' height below the middle.
  expect(depth?.y).toBeGreaterThan(300);
  expect(depth?.y).toBeLessThan(300 + corner.size / 2);
});

test('the inputs of a truth table are marked 0 and 1 on both axes, the 0 once', () => {
  expect(texts(axesOf(2))).toEqual(['0', '1', 'x0', '1', 'x1']);
});

test('one input is a number line: no second axis, and the letter has no index', () => {
  expect(texts(axesOf(1))).toEqual(['0', '1', 'x']);
});

test('no word of a truth table’s axes begins on one of its points', () => {
  for (const inputs of [1, 2]) {
    const axes = axesOf(inputs);
    const ticks = axes.x.ticks.flatMap(({ at: x }) =>
      (axes.y?.ticks ?? [{ at: axes.cross.y }]).map(({ at: y }) => ({ x, y })),
    );
    for (const label of labelsOf(axes))
      for (const { x, y } of ticks) expect(Math.hypot(label.x - x, label.y - y)).toBeGreaterThan(17);
  }
});
