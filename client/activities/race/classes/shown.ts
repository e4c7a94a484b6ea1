import type { Samples } from '#shared/training/samples';
import type { SeenSample } from '#shared/training/seen';
import type { Sheet } from '../../kit/painting.svelte';
import { classWords, type ClassesView } from './classes';

/** One sample, and what a network makes of it; null while there is none. */
export interface ShownSample {
  readonly view: ClassesView;
  readonly samples: Samples;
  readonly sample: number;
  readonly seen: SeenSample | null;
}

export type Paint = (sheet: Sheet, shown: ShownSample) => void;

/** The right class, and the one that the network names. */
export function answerWords({ view, samples, sample, seen }: ShownSample): string {
  const right = classWords(view, samples.y[sample] ?? 0);
  if (!seen) return right;
  const said = seen.p.indexOf(Math.max(...seen.p));
  return `${right} → ${classWords(view, said)}`;
}

/** Of a small picture's foot, px: the button that looks inside lies in its corner. */
export const FOOT = 31;

/** What a pen writes with. */
export const penFont = (size: number): string =>
  `650 ${size}px 'Atkinson Hyperlegible Next Variable', sans-serif`;
