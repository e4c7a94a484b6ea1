import type { Submission } from '#shared/activities/race/families/cnn/config';
import { rules } from '#shared/activities/race/families/cnn/rules';
import type { CnnView } from '#shared/activities/race/view';
import * as m from '../../../../i18n/generated/messages.js';
import { shownOf, visibleOf } from '../../classes/classes';
import { FieldsDesign, learnsSomehow } from '../../design.svelte';
import { asAnyControls } from '../../family';
import Learning from '../../Learning.svelte';
import Inside from './Inside.svelte';
import Kernels from './Kernels.svelte';

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

export const controls = asAnyControls<CnnView, Submission, FieldsDesign<Submission>>({
  designOf: (view, start) => new FieldsDesign(view, start),
  isSubmission: (value): value is Submission =>
    'family' in value &&
    value.family === 'cnn' &&
    'kernels' in value &&
    'neurons' in value &&
    isCount(value.kernels) &&
    isCount(value.neurons) &&
    learnsSomehow(value),
  task: (view, submission, seed) => ({
    recipe: { ...rules.choice(submission, view), train: visibleOf(view), seeds: [seed] },
    picture: { of: 'classes', shown: shownOf(view) },
  }),
  tabs: [
    { name: 'network', words: m.race_tab_network, Panel: Kernels },
    { name: 'training', words: m.race_tab_training, Panel: Learning },
  ],
  Inside,
});
