import type * as choice from '#shared/activities/choice/index';
import type * as numeric from '#shared/activities/numeric/index';
import type * as perceptron from '#shared/activities/perceptron/index';
import type * as race from '#shared/activities/race/index';
import type { ActivityKind } from '#shared/activities/registry';
import { erase, type ErasedParts } from './activity';

/** Every kind's components, fetched when they are needed. */
export const parts: Readonly<Record<ActivityKind, ErasedParts>> = {
  choice: erase<choice.View, choice.Submission, choice.Reveal, choice.Summary>({
    play: () => import('./choice/Play.svelte'),
    screen: () => import('./choice/Screen.svelte'),
    review: () => import('./choice/Review.svelte'),
  }),
  numeric: erase<numeric.View, numeric.Submission, numeric.Reveal, numeric.Summary>({
    play: () => import('./numeric/Play.svelte'),
    screen: () => import('./numeric/Screen.svelte'),
    review: () => import('./numeric/Review.svelte'),
  }),
  perceptron: erase<perceptron.View, perceptron.Submission, perceptron.Reveal, perceptron.Summary>({
    play: () => import('./perceptron/Play.svelte'),
    screen: () => import('./perceptron/Screen.svelte'),
    review: () => import('./perceptron/Review.svelte'),
  }),
  race: erase<race.View, race.Submission, race.Reveal, race.Summary>({
    play: () => import('./race/Play.svelte'),
    screen: () => import('./race/Screen.svelte'),
    review: () => import('./race/Review.svelte'),
  }),
};
