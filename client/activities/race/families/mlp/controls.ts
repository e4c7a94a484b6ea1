import { completed } from '#shared/activities/race/families/mlp/completed';
import type { Submission } from '#shared/activities/race/families/mlp/config';
import { rules } from '#shared/activities/race/families/mlp/rules';
import { extentOf } from '#shared/activities/race/plane/points';
import type { MlpView } from '#shared/activities/race/view';
import * as m from '../../../../i18n/generated/messages.js';
import { asAnyControls } from '../../family';
import { MAP_SIDE, visibleOf } from '../../plane/map';
import { isSubmission, MlpDesign } from './design.svelte';
import Inside from './Inside.svelte';
import Layers from './Layers.svelte';
import Learning from './Learning.svelte';

export const controls = asAnyControls<MlpView, Submission, MlpDesign>({
  designOf: (view, start) => new MlpDesign(view, start),
  isSubmission,
  task: (view, submission, seed) => {
    const { layers, activation } = completed(submission);
    return {
      recipe: { ...rules.choice(submission, view), train: visibleOf(view), seeds: [seed] },
      picture: { of: 'plane', layers, activation, extent: extentOf(view.data), side: MAP_SIDE },
    };
  },
  tabs: [
    { name: 'network', words: m.race_tab_network, Panel: Layers },
    { name: 'training', words: m.race_tab_training, Panel: Learning },
  ],
  Inside,
});
