import type { Mistake } from '../activity';
import type { Config, Submission } from './config';

/** The first wrong pick that says why it is wrong. */
export function mistake({ options }: Config, { picked }: Submission): Mistake | null {
  for (const { id, why } of options) if (why && picked.includes(id)) return { id, why };
  return null;
}
