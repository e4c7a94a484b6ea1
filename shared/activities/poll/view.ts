import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Text } from '../../text';
import type { Config, Submission } from './config';

/** Something that can be picked. */
export interface Option {
  readonly id: string;
  /** By what a class speaks of it: a letter, or on a scale a number. */
  readonly name: string;
  /** Null for the marks of a scale between its ends. */
  readonly text: Text | null;
}

/** What a student sees. */
export interface View {
  readonly options: readonly Option[];
  readonly several: boolean;
  readonly scale: boolean;
}

/** How many students picked each option, and how many answered at all. */
export interface Summary {
  readonly answers: number;
  readonly counts: Readonly<Record<string, number>>;
}

const NAMES = 'ABCDEFGH';

function marksOf({ marks, low, high }: Extract<Config, { asks: 'scale' }>): readonly Option[] {
  const ends = new Map([
    [1, low],
    [marks, high],
  ]);
  return Array.from({ length: marks }, (_, i) => ({
    ...{ id: `${i + 1}`, name: `${i + 1}` },
    text: ends.get(i + 1) ?? null,
  }));
}

export const optionsOf = (config: Config): readonly Option[] =>
  config.asks === 'scale'
    ? marksOf(config)
    : config.options.map(({ id, text }, i) => ({ id, text, name: NAMES.charAt(i) }));

const mayPickSeveral = (config: Config): boolean => config.asks === 'options' && config.several;

export const view = (config: Config): View => ({
  options: optionsOf(config),
  several: mayPickSeveral(config),
  scale: config.asks === 'scale',
});

export const emptySummary = (config: Config): Summary => ({
  answers: 0,
  counts: Object.fromEntries(optionsOf(config).map(({ id }) => [id, 0])),
});

export function addToSummary(_config: Config, summary: Summary, { picked }: Submission): Summary {
  const counts = { ...summary.counts };
  for (const id of picked) counts[id] = (counts[id] ?? 0) + 1;
  return { answers: summary.answers + 1, counts };
}

/** Refuses with `submission-invalid` what is not there, is picked twice, or is more than one. */
export function check(config: Config, submission: Submission): Result<Submission, ErrorCode> {
  const { picked } = submission;
  const ids = new Set(optionsOf(config).map(({ id }) => id));
  const known = picked.every((id) => ids.has(id)) && new Set(picked).size === picked.length;
  const fits = mayPickSeveral(config) || picked.length === 1;
  return known && fits ? ok(submission) : err('submission-invalid');
}
