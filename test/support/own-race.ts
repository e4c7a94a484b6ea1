import type { OwnConfig } from '#shared/activities/race/config';
import { own as leaves } from '#shared/activities/separating-line/own-sample';

const { source, x, y, classes, rows } = leaves;

/** A race of layers on its teacher's own table, with nobody's data in it. */
export const layersOnLeaves: OwnConfig = {
  family: 'mlp',
  ...{ data: 'own', samples: 60, source, x, y, classes, rows },
  share: [0, 50],
  energy: { max: 40_000, par: 9_000 },
  accuracy: { base: 0.7, top: 0.9 },
  attempts: 5,
  limits: { layers: 3, neurons: 8, rate: [0.001, 10], epochs: [1, 500] },
  freed: { activation: false, batch: false },
  good: { layers: [2], rate: 0.5, epochs: 10 },
};

/** The same of one line that learns, judged by other rows. */
export const lineOnLeaves: OwnConfig = {
  family: 'linear',
  ...{ data: 'own', samples: 60, source, x, y, classes, rows },
  share: [50, 100],
  energy: { max: 20_000, par: 1_800 },
  accuracy: { base: 0.7, top: 0.9 },
  attempts: 5,
  limits: { rate: [0.001, 10], epochs: [1, 1_000] },
  freed: { batch: false },
  good: { family: 'linear', rate: 0.5, epochs: 10 },
};
