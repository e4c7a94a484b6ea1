import { completed } from '#shared/activities/race/families/mlp/completed';
import type { Submission } from '#shared/activities/race/families/mlp/config';
import { extentOf } from '#shared/activities/race/plane/points';
import type { MlpView } from '#shared/activities/race/view';
import { decisionMap } from '#shared/training/map';
import { asAnyLook } from '../../family';
import { planeLook } from '../../plane/label';
import Picture from '../../plane/Picture.svelte';
import Sketch from './Sketch.svelte';

/** A hyphen where no line breaks. */
const HYPHEN = '-\u2060';

export const look = asAnyLook<MlpView, Submission>({
  /** The sizes of all layers, the two inputs and the output among them: 2-4-1. */
  shape: ({ layers }) => [2, ...layers, 1].join(HYPHEN),
  map: ({ data }, submission, weights, { side }) =>
    decisionMap(weights, submission.layers, completed(submission).activation, side, extentOf(data)),
  ...planeLook,
  Picture,
  Sketch,
});
