import type { Submission } from '#shared/activities/race/families/cnn/config';
import type { CnnView } from '#shared/activities/race/view';
import * as m from '../../../../i18n/generated/messages.js';
import { classesLook } from '../../classes/look';
import { asAnyLook } from '../../family';
import Picture from './Picture.svelte';
import Sketch from './Sketch.svelte';

export const look = asAnyLook<CnnView, Submission>({
  ...classesLook,
  shape: ({ kernels, neurons }) =>
    neurons > 0 ? m.race_cnn_shape({ kernels, neurons }) : m.race_cnn_shape_kernels({ kernels }),
  Picture,
  Sketch,
});
