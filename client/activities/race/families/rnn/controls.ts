import type { Submission } from '#shared/activities/race/families/rnn/config';
import { rules } from '#shared/activities/race/families/rnn/rules';
import type { RnnView } from '#shared/activities/race/view';
import * as m from '../../../../i18n/generated/messages.js';
import { FieldsDesign, learnsSomehow } from '../../design.svelte';
import { asAnyControls } from '../../family';
import Learning from '../../Learning.svelte';
import { visibleOf } from '../../series/series';
import Inside from './Inside.svelte';
import State from './State.svelte';

export const controls = asAnyControls<RnnView, Submission, FieldsDesign<Submission>>({
  designOf: (view, start) => new FieldsDesign(view, start),
  isSubmission: (value): value is Submission =>
    'family' in value &&
    value.family === 'rnn' &&
    'state' in value &&
    Number.isInteger(value.state) &&
    learnsSomehow(value),
  task: (view, submission, seed) => ({
    recipe: { ...rules.choice(submission, view), train: visibleOf(view), seeds: [seed] },
    picture: { of: 'series' },
  }),
  tabs: [
    { name: 'network', words: m.race_tab_network, Panel: State },
    { name: 'training', words: m.race_tab_training, Panel: Learning },
  ],
  Inside,
});
