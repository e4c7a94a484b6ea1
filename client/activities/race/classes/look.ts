import { rulesOf } from '#shared/activities/race/rules';
import type { Submission } from '#shared/activities/race/config';
import { seen } from '#shared/training/seen';
import * as m from '../../../i18n/generated/messages.js';
import type { Look } from '../family';
import { samplesOf, shownOf, type ClassesView } from './classes';

/** What pictures of networks that tell classes have in common. */
export const classesLook: Pick<Look<ClassesView, Submission>, 'plane' | 'label' | 'map'> = {
  plane: false,
  label: (accuracy, part) => {
    if (accuracy === null) return m.race_classes_start();
    return part === 'visible' ? m.race_classes_visible({ accuracy }) : m.race_classes_private({ accuracy });
  },
  map: (view, submission, weights, { reveal }) =>
    seen(
      rulesOf(view).choice(submission),
      Float32Array.from(weights),
      samplesOf(view, reveal),
      shownOf(view),
    ),
};
