import type { Upgrade } from '../activity';

const isObject = (raw: unknown): raw is object => typeof raw === 'object' && raw !== null;

/** A race of version 1 keeps its four runs; submissions are what they were. */
export const upgrade: Upgrade = {
  config: (raw) => (isObject(raw) ? { ...raw, runs: 4 } : raw),
  submission: (raw) => raw,
};
