import type { DataSet, Submission } from './config';

/** What does well on each data set, and costs no more than par in the built-in lessons. */
export const good: Readonly<Record<DataSet, Submission>> = {
  co2: { family: 'rnn', state: 6, rate: 0.1, epochs: 30 },
  temperatures: { family: 'rnn', state: 3, rate: 0.02, epochs: 20 },
};
