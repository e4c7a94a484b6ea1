import type { DataSet, Submission } from './config';

/** What does well on each data set, and costs no more than par in the built-in lessons. */
export const good: Readonly<Record<DataSet, Submission>> = {
  bars: { family: 'cnn', kernels: 4, neurons: 0, rate: 0.05, epochs: 20 },
  digits: { family: 'cnn', kernels: 4, neurons: 0, rate: 0.02, epochs: 15 },
};
