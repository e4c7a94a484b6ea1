import { rng, shuffled, type Seed } from '../../rng';
import type { Config, Submission } from './config';

/** What can be picked. That a wrong option says why it is wrong would tell which ones are. */
export type Option = Omit<Config['options'][number], 'why'>;

/** What a student sees: the options in their own order, without the right ones. */
export interface View {
  readonly options: readonly Option[];
  readonly several: boolean;
}

export interface Reveal {
  readonly right: readonly string[];
}

/** How many students picked each option, and how many answered at all. */
export interface Summary {
  readonly answers: number;
  readonly counts: Readonly<Record<string, number>>;
}

export function view(config: Config, seat: Seed | null): View {
  const mixed = config.shuffle && seat !== null;
  const options = config.options.map(({ id, text }): Option => ({ id, text }));
  return {
    options: mixed ? shuffled(options, rng(seat, 'choice')) : options,
    several: config.several,
  };
}

export const reveal = (config: Config): Reveal => ({ right: config.right });

export function emptySummary(config: Config): Summary {
  return { answers: 0, counts: Object.fromEntries(config.options.map((option) => [option.id, 0])) };
}

export function addToSummary(_config: Config, summary: Summary, { picked }: Submission): Summary {
  const counts = { ...summary.counts };
  for (const id of picked) counts[id] = (counts[id] ?? 0) + 1;
  return { answers: summary.answers + 1, counts };
}
