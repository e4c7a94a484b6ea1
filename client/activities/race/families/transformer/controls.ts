import type { Submission } from '#shared/activities/race/families/transformer/config';
import { rules } from '#shared/activities/race/families/transformer/rules';
import type { TransformerView } from '#shared/activities/race/view';
import * as m from '../../../../i18n/generated/messages.js';
import { shownOf, visibleOf } from '../../classes/classes';
import { FieldsDesign, learnsSomehow } from '../../design.svelte';
import { asAnyControls } from '../../family';
import Learning from '../../Learning.svelte';
import Inside from './Inside.svelte';
import Width from './Width.svelte';

export const controls = asAnyControls<TransformerView, Submission, FieldsDesign<Submission>>({
  designOf: (view, start) => new FieldsDesign(view, start),
  isSubmission: (value): value is Submission =>
    'family' in value &&
    value.family === 'transformer' &&
    'width' in value &&
    typeof value.width === 'number' &&
    learnsSomehow(value),
  task: (view, submission, seed) => ({
    recipe: { ...rules.choice(submission, view), train: visibleOf(view), seeds: [seed] },
    picture: { of: 'classes', shown: shownOf(view) },
  }),
  tabs: [
    { name: 'network', words: m.race_tab_network, Panel: Width },
    { name: 'training', words: m.race_tab_training, Panel: Learning },
  ],
  Inside,
});
