import type { Submission } from './config';

/** The same text for the same configuration. */
export const keyOf = ({ layers, rate, epochs, activation, batch }: Submission): string =>
  [layers.join('-'), rate, epochs, activation ?? '', batch ?? ''].join('/');
