import type { Loss, Written } from '#shared/exchange/report';
import * as m from '../../../i18n/generated/messages.js';
import { lossWords, partWords } from './words';

/** Something that steps of a lesson lose in a file, and the places of those steps, from 0. */
export interface Lost {
  readonly words: string;
  readonly steps: readonly number[];
}

/** What a lesson leaves behind in a file. */
export interface LeftBehind {
  /** Steps that the format cannot say at all. */
  readonly out: readonly number[];
  /** What the others lose, that of most steps first. */
  readonly lost: readonly Lost[];
}

const isOut = ({ code, what }: Loss): boolean => code === 'not-in-this-format' && what === undefined;

/** On the way out a file says nothing yet: what is lost is the lesson's. */
function wordsOf(loss: Loss): string {
  if (loss.code === 'part-left-out' && loss.what !== undefined) return partWords[loss.what]?.() ?? loss.what;
  if (loss.code === 'time-limit-changed') return m.exchange_out_time();
  if (loss.code === 'points-changed') return m.exchange_out_points();
  return lossWords(loss);
}

/** What a file leaves behind, told by what is lost and not by the step: most steps lose the same. */
export function leftBehind({ lost }: Pick<Written, 'lost'>): LeftBehind {
  const out = lost.filter((one) => one.lost.some(isOut)).map(({ step }) => step);
  const steps = new Map<string, number[]>();
  for (const one of lost.filter(({ step }) => !out.includes(step)))
    for (const words of new Set(one.lost.map(wordsOf)))
      steps.set(words, [...(steps.get(words) ?? []), one.step]);
  const losses = [...steps].map(([words, places]) => ({ words, steps: places }));
  return { out, lost: losses.sort((a, b) => b.steps.length - a.steps.length) };
}
