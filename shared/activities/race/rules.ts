import type { Samples } from '../../training/request';
import type { Family, Settings, Submission } from './config';
import type { Choice, FamilyRules } from './family';
import { rules as cnn } from './families/cnn/rules';
import { rules as linear } from './families/linear/rules';
import { rules as mlp } from './families/mlp/rules';
import { rules as rnn } from './families/rnn/rules';
import { rules as transformer } from './families/transformer/rules';
import { picturesFrom, picturesJudging } from './pictures/pictures';
import { judgedBy, visibleFrom } from './plane/points';
import { seriesFrom, seriesJudging } from './series/series';
import { tokensFrom, tokensJudging } from './tokens/tokens';
import type { Reveal, View } from './view';

/** The rules of one race; a submission may be of any family, and is told when it is not of this one. */
export interface RaceRules {
  readonly owns: (submission: Submission) => boolean;
  /** See `FamilyRules`; these throw for another family's submission: whoever accepts one has asked `owns`. */
  readonly fits: (submission: Submission) => boolean;
  readonly parameters: (submission: Submission) => number;
  readonly choice: (submission: Submission) => Choice;
  readonly start: () => Submission;
  /** The accuracy of whoever guesses, 0..1. */
  readonly guess: number;
}

function bound<Of, Own extends Submission>(rules: FamilyRules<Of, Own>, settings: Of): RaceRules {
  const own = (submission: Submission): Own => {
    if (!rules.owns(submission)) throw new TypeError('a submission of another family');
    return submission;
  };
  return {
    owns: (submission) => rules.owns(submission),
    fits: (submission) => rules.fits(settings, own(submission)),
    parameters: (submission) => rules.parameters(own(submission), settings),
    choice: (submission) => rules.choice(own(submission), settings),
    start: () => rules.start(settings),
    guess: rules.guess(settings),
  };
}

export function rulesOf(settings: Settings): RaceRules {
  switch (settings.family) {
    case 'mlp':
      return bound(mlp, settings);
    case 'linear':
      return bound(linear, settings);
    case 'cnn':
      return bound(cnn, settings);
    case 'rnn':
      return bound(rnn, settings);
    case 'transformer':
      return bound(transformer, settings);
  }
}

/** The family that a submission names; the one that names none is an mlp. */
export const familyIn = ({ family }: Submission): Family => family ?? 'mlp';

/** The same text for the same configuration. */
export function keyOf(submission: Submission): string {
  if (submission.family === undefined) return mlp.key(submission);
  switch (submission.family) {
    case 'linear':
      return linear.key(submission);
    case 'cnn':
      return cnn.key(submission);
    case 'rnn':
      return rnn.key(submission);
    case 'transformer':
      return transformer.key(submission);
  }
}

/** What a phone's own networks learn from. */
export function visibleTo(view: View): Samples {
  switch (view.family) {
    case 'mlp':
    case 'linear':
      return visibleFrom(view.visible);
    case 'cnn':
      return picturesFrom(view.visible);
    case 'rnn':
      return seriesFrom(view.visible);
    case 'transformer':
      return tokensFrom(view.visible);
  }
}

/** What networks were judged by, once that is revealed. */
export function judgesIn(reveal: Reveal): { readonly open: Samples; readonly hidden: Samples } {
  switch (reveal.family) {
    case 'mlp':
    case 'linear':
      return judgedBy(reveal.judges);
    case 'cnn':
      return picturesJudging(reveal.judges);
    case 'rnn':
      return seriesJudging(reveal.judges);
    case 'transformer':
      return tokensJudging(reveal.judges);
  }
}
