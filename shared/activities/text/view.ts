import { answerIdOf } from '../answer-id';
import type { Seeds } from '../activity';
import type { Config, Submission } from './config';

export type View = Config;

/** An answer without a name. `id`: by which the teacher hides it. */
export interface Said {
  readonly id: string;
  readonly text: string;
}

/** What the class has written, in an order that says nothing of who was first; at most `MOST`, and how many more. */
export interface Summary {
  readonly answers: number;
  readonly said: readonly Said[];
}

/** More fit neither on a screen nor in a quarter of a second on the way to it. */
export const MOST = 120;

const byId = (a: Said, b: Said): number => (a.id + a.text < b.id + b.text ? -1 : 1);

export const emptySummary = (): Summary => ({ answers: 0, said: [] });

/** What was erased is not there. */
export function addToSummary(_config: Config, summary: Summary, { text }: Submission, seeds: Seeds): Summary {
  if (text === '') return summary;
  const said = [...summary.said, { id: answerIdOf(seeds.seat), text }].sort(byId).slice(0, MOST);
  return { answers: summary.answers + 1, said };
}
