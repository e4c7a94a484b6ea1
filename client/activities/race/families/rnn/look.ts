import { rules } from '#shared/activities/race/families/rnn/rules';
import type { Submission } from '#shared/activities/race/families/rnn/config';
import { judgesIn } from '#shared/activities/race/rules';
import type { RnnView } from '#shared/activities/race/view';
import { predicted } from '#shared/training/seen';
import * as m from '../../../../i18n/generated/messages.js';
import { asAnyLook } from '../../family';
import Picture from '../../series/Picture.svelte';
import { visibleOf } from '../../series/series';
import Sketch from './Sketch.svelte';

export const look = asAnyLook<RnnView, Submission>({
  shape: ({ state }) => m.race_rnn_shape({ state }),
  plane: false,
  label: (accuracy, part) => {
    if (accuracy === null) return m.race_series_start();
    return part === 'visible' ? m.race_series_visible({ accuracy }) : m.race_series_hidden({ accuracy });
  },
  map: (view, submission, weights, { reveal }) =>
    predicted(
      rules.choice(submission, view),
      Float32Array.from(weights),
      reveal ? judgesIn(reveal).hidden : visibleOf(view),
    ),
  Picture,
  Sketch,
});
