import * as v from 'valibot';
import { learns, type Descends, type Descent } from '../learning';

/** What of a family's rules says whether a submission could be handed in. */
interface Rules<Settings, Submission> {
  readonly fits: (settings: Settings, submission: Submission) => boolean;
  readonly parameters: (submission: Submission, settings: Settings) => number;
}

/** A race whose document says itself what does well in it. */
interface WithGood<Submission> extends Descends, Record<string, unknown> {
  readonly good: Submission;
  readonly samples: number;
  readonly energy: { readonly max: number };
}

/** `does-not-fit` at `good` where the controls could not be set like that, or the energy does not pay for it. */
/* @__NO_SIDE_EFFECTS__ */
export const checkedGood = <
  Settings,
  Submission extends Descent,
  Config extends Settings & WithGood<Submission>,
>({
  fits,
  parameters,
}: Rules<Settings, Submission>) =>
  v.rawCheck<Config>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value: input } = dataset;
    const { good, samples, energy } = input;
    const cost = samples * good.epochs * parameters(good, input);
    if (learns(input, good) && fits(input, good) && cost <= energy.max) return;
    addIssue({
      message: 'does-not-fit',
      path: [{ type: 'object', origin: 'value', input, key: 'good', value: good }],
    });
  });
