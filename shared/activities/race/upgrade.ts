import type { Upgrade } from '../activity';

const isObject = (raw: unknown): raw is object => typeof raw === 'object' && raw !== null;

/** Version 1 knew no tables of a teacher's own. */
const isOwn = (raw: object): boolean => 'data' in raw && raw.data === 'own';

/** A race of version 1 keeps its four runs; submissions are what they were. */
export const upgrade: Upgrade = {
  config: (raw) => (isObject(raw) && !isOwn(raw) ? { ...raw, runs: 4 } : raw),
  submission: (raw) => raw,
};
