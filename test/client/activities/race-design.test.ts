import { expect, test } from 'vitest';
import { circle } from '#shared/activities/race/families/mlp/samples';
import { mlp } from '#shared/activities/race/families/mlp/index';
import { ceiling } from '../../../client/activities/race/curves';
import { startOfDesign } from '../../../client/activities/race/design.svelte';
import { epochMarks } from '../../../client/activities/race/epochs';
import { isSubmission, MlpDesign } from '../../../client/activities/race/families/mlp/design.svelte';

const view = mlp.view(circle);

test('the bill follows the controls: 250 points, 30 epochs and 2-4-1 cost 127,500 of 350,000', () => {
  const design = new MlpDesign(view, { layers: [4], rate: 0.1, epochs: 30 });
  expect(design.energy).toBe(127_500);
  expect(design.over).toBe(false);
  expect(design.worth).toBe(1);
  design.setEpochs(design.epochs.indexOf(100));
  expect(design.over).toBe(true);
});

test('no control leaves its limits', () => {
  const design = new MlpDesign(view, { layers: [8], rate: 0.1, epochs: 30 });
  design.resize(0, 9);
  for (let i = 0; i < 5; i++) design.addLayer();
  expect(design.submission.layers).toEqual([8, 2, 2]);
  for (let i = 0; i < 5; i++) design.dropLayer();
  expect(design.submission.layers).toEqual([]);
  design.setRate(99);
  expect(design.submission.rate).toBe(0.1);
});

test('a kept draft comes back only if it fits the step', () => {
  const sent = { layers: [4], rate: 0.1 as const, epochs: 30 };
  expect(startOfDesign(view, { layers: [3], rate: 0.2, epochs: 10 }, sent, isSubmission)).toMatchObject({
    layers: [3],
  });
  for (const broken of [
    null,
    'x',
    { layers: [9], rate: 0.2, epochs: 10 },
    { layers: ['3'], rate: 1, epochs: 1 },
  ])
    expect(startOfDesign(view, broken, sent, isSubmission)).toBe(sent);
  expect(startOfDesign(view, null, null, isSubmission)).toEqual({ layers: [1], rate: 0.001, epochs: 10 });
});

test('the slider of epochs has both ends of its range and the value it comes back to', () => {
  expect(epochMarks([5, 40], 33)).toEqual([5, 7, 10, 15, 20, 25, 30, 33, 40]);
});

test('a picture of curves is as high as its highest, and no run that went wrong makes it flat', () => {
  expect(ceiling([[1, 0.5]])).toBeCloseTo(1.1);
  expect(ceiling([[0.3, 900, Infinity]])).toBe(1.5);
});
