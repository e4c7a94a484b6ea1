import type { Seed } from '../../rng';
import type { Seeds } from '../activity';
import { counted, faintLines, keyOf, type Lines } from '../neuron/lines';
import type { Neuron } from '../neuron/neuron';
import { rowsOf, type Row } from '../neuron/truth-table';
import { decisions as all, type Config, type Decision, type Submission } from './config';
import { samplesOf, turnsOf } from './deal';
import { recallOf, type Recall } from './grade';

/** The table, and a seat's samples one after the other; the projector has none. */
export interface View {
  readonly rows: readonly Row[];
  readonly samples: readonly Row[];
}

/** Where the rule comes to rest: no sample changes it any more. */
export interface Reveal {
  readonly best: Neuron;
}

/** The true neurons after as many samples as each student has decided, and how often each decision was the right one. */
export interface Summary extends Lines {
  readonly recall: Readonly<Record<Decision, Recall>>;
}

export const view = (config: Config, seat: Seed | null): View => ({
  rows: rowsOf('or'),
  samples: seat === null ? [] : samplesOf(config, seat),
});

/** One more correction, at (0, 0), and every order that is dealt has come to rest. */
export const reveal = (): Reveal => ({ best: { w: [10, 10], b: -10 } });

const none: Recall = { right: 0, of: 0 };

export const emptySummary = (): Summary => ({
  lines: {},
  recall: { leave: none, add: none, take: none },
});

export function addToSummary(
  config: Config,
  { lines, recall }: Summary,
  { decisions }: Submission,
  { seat }: Seeds,
): Summary {
  const made = turnsOf(config, seat).slice(0, decisions.length);
  const after = made.at(-1)?.after;
  const more = all.map((asked) => {
    const { right, of } = recallOf(made, decisions, asked);
    return [asked, { right: recall[asked].right + right, of: recall[asked].of + of }] as const;
  });
  return {
    lines: after ? counted(lines, keyOf(after)) : lines,
    recall: Object.fromEntries(more) as Record<Decision, Recall>,
  };
}

/** What the class decided is told once nobody decides any more. */
export const whileOpen = (summary: Summary): Summary => ({ ...emptySummary(), ...faintLines(summary) });
