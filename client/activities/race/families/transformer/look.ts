import type { Submission } from '#shared/activities/race/families/transformer/config';
import type { TransformerView } from '#shared/activities/race/view';
import * as m from '../../../../i18n/generated/messages.js';
import { classesLook } from '../../classes/look';
import { asAnyLook } from '../../family';
import Picture from './Picture.svelte';
import Sketch from './Sketch.svelte';

export const look = asAnyLook<TransformerView, Submission>({
  ...classesLook,
  shape: ({ width, heads }) =>
    heads === undefined ? m.race_transformer_width({ width }) : m.race_transformer_shape({ width, heads }),
  Picture,
  Sketch,
});
