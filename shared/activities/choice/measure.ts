import type { Config, Submission } from './config';

/** Of several right options: how many were picked, and how many wrong ones besides. */
export interface Measure {
  readonly hits: number;
  readonly of: number;
  readonly wrong: number;
}

/** A single pick is right or not, and there is nothing to measure. */
export function measure({ several, right }: Config, { picked }: Submission): Measure | null {
  if (!several) return null;
  const hits = picked.filter((id) => right.includes(id)).length;
  return { hits, of: right.length, wrong: picked.length - hits };
}
