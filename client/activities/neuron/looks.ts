import type { Lines } from '#shared/activities/neuron/lines';
import type { Look } from '../kit/legend';
import { crowd } from './crowd';

interface Shown {
  readonly summary: Lines | null;
  /** The step is closed. */
  readonly settled: boolean;
  /** The best line is drawn. */
  readonly best: boolean;
}

/** The marks of the pictures of a neuron's lines. */
export type LineLook = Extract<Look, 'one' | 'zero' | 'you' | 'ghost' | 'best' | 'side' | 'here' | 'astray'>;

/** The marks of a class picture that need a word, and no others. */
export function looksOf({ summary, settled, best }: Shown): readonly LineLook[] {
  const lines = summary ? crowd(summary) : [];
  return [
    ...(['one', 'zero'] as const),
    ...(best ? (['best'] as const) : []),
    ...(lines.length > 0 ? (['side'] as const) : []),
    ...(settled && lines.some(({ count }) => count > 1) ? (['here'] as const) : []),
  ];
}
