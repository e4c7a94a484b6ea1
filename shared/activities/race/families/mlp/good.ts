import type { Config, DataSet, Submission } from './config';

/** What does well on each data set, and costs no more than par in the built-in lessons. */
export const good: Readonly<Record<DataSet, Submission>> = {
  circle: { layers: [4], rate: 0.1, epochs: 30 },
  xor: { layers: [8], rate: 0.2, epochs: 15 },
  moons: { layers: [4], rate: 0.5, epochs: 30 },
  spiral: { layers: [8, 8], rate: 0.1, epochs: 300 },
  penguins: { layers: [], rate: 1, epochs: 2 },
};

/** The same for any step: a table of a teacher's own comes with what does well on it. */
export const goodOf = (config: Config): Submission =>
  config.data === 'own' ? config.good : good[config.data];
