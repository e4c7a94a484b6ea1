import type { Submission } from '#shared/activities/race/families/linear/config';
import { rules } from '#shared/activities/race/families/linear/rules';
import { extentOf } from '#shared/activities/race/plane/points';
import type { LinearView } from '#shared/activities/race/view';
import * as m from '../../../../i18n/generated/messages.js';
import { Design, learnsSomehow } from '../../design.svelte';
import { asAnyControls } from '../../family';
import { MAP_SIDE, visibleOf } from '../../plane/map';
import Training from '../../Training.svelte';
import Inside from './Inside.svelte';

export const controls = asAnyControls<LinearView, Submission, Design<Submission>>({
  designOf: (view, start) => new Design(view, start),
  isSubmission: (value): value is Submission =>
    'family' in value && value.family === 'linear' && learnsSomehow(value),
  task: (view, submission, seed) => ({
    recipe: { ...rules.choice(submission, view), train: visibleOf(view), seeds: [seed] },
    picture: { of: 'plane', layers: [], activation: 'linear', extent: extentOf(view.data), side: MAP_SIDE },
  }),
  tabs: [{ name: 'training', words: m.race_tab_training, Panel: Training }],
  Inside,
});
