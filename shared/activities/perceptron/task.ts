import { err } from '../../result';
import type { Activity } from '../activity';
import type { Config, Submission } from './config';
import type { Lines } from './lines';
import type { Reveal as GateReveal, View as GateView } from './gate/view';
import type {
  Reveal as PenguinsReveal,
  Summary as PenguinsSummary,
  View as PenguinsView,
} from './penguins/view';
import type { Reveal as ProofReveal, Summary as ProofSummary, View as ProofView } from './proof/view';

export type View = GateView | PenguinsView | ProofView;
export type Reveal = GateReveal | PenguinsReveal | ProofReveal;
export type Summary = Lines | PenguinsSummary | ProofSummary;

type Rules =
  'studentView' | 'check' | 'grade' | 'reveal' | 'emptySummary' | 'addToSummary' | 'examples' | 'bots';

/** One of the things to do with a perceptron. */
export interface Task<C, S extends Submission, V, R, Y> extends Pick<
  Activity<'perceptron', C, S, V, R, Y>,
  Rules
> {
  /** Whether a submission has the shape of this task. */
  readonly owns: (submission: Submission) => submission is S;
}

export type AnyTask = Omit<Task<Config, Submission, View, Reveal, Summary>, 'owns'>;

/**
 * A task among the others: its own configurations and summaries by construction (see `taskOf`), its own submissions
 * because those of another task are refused or left out here.
 */
export function among<
  C extends Config,
  S extends Submission,
  V extends View,
  R extends Reveal,
  Y extends Summary,
>(task: Task<C, S, V, R, Y>): AnyTask {
  const own = (submission: Submission): S => {
    if (!task.owns(submission)) throw new Error('a submission of another task');
    return submission;
  };
  return {
    studentView: (config, seat) => task.studentView(config as C, seat),
    check: (config, submission, previous) =>
      task.owns(submission)
        ? task.check(config as C, submission, previous && task.owns(previous) ? previous : null)
        : err('submission-invalid'),
    grade: (config, submission, evidence) => task.grade(config as C, own(submission), evidence),
    reveal: (config, seeds) => task.reveal(config as C, seeds),
    emptySummary: (config) => task.emptySummary(config as C),
    addToSummary: (config, summary, submission, seeds, result) =>
      task.owns(submission)
        ? task.addToSummary(config as C, summary as Y, submission, seeds, result)
        : summary,
    examples: task.examples,
    bots: {
      random: (config, random) => task.bots.random(config as C, random),
      constant: (config, random) => task.bots.constant(config as C, random),
      knows: (config, random) => task.bots.knows(config as C, random),
    },
  };
}
