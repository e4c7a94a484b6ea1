import type { Config, DataSet, Submission } from './config';

/** What does well on each data set, and costs no more than par with the figures of the examples. */
export const good: Readonly<Record<DataSet, Submission>> = {
  moons: { family: 'linear', rate: 0.5, epochs: 2 },
  penguins: { family: 'linear', rate: 0.5, epochs: 2 },
};

/** The same for any step: a table of a teacher's own comes with what does well on it. */
export const goodOf = (config: Config): Submission =>
  config.data === 'own' ? config.good : good[config.data];
