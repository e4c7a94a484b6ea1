import type { Submission } from '#shared/activities/race/families/linear/config';
import { extentOf } from '#shared/activities/race/plane/points';
import type { LinearView } from '#shared/activities/race/view';
import { decisionMap } from '#shared/training/map';
import * as m from '../../../../i18n/generated/messages.js';
import { asAnyLook } from '../../family';
import { planeLook } from '../../plane/label';
import Picture from '../../plane/Picture.svelte';
import Sketch from './Sketch.svelte';

export const look = asAnyLook<LinearView, Submission>({
  shape: () => m.race_linear_shape(),
  /** Without hidden layers no activation takes part. */
  map: ({ data }, _submission, weights, { side }) => decisionMap(weights, [], 'linear', side, extentOf(data)),
  ...planeLook,
  Picture,
  Sketch,
});
