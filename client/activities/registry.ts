import type * as choice from '#shared/activities/choice/index';
import type * as numeric from '#shared/activities/numeric/index';
import type * as gate from '#shared/activities/gate/index';
import type * as separatingLine from '#shared/activities/separating-line/index';
import type * as xorProof from '#shared/activities/xor-proof/index';
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
  gate: erase<gate.View, gate.Submission, gate.Reveal, gate.Summary>({
    play: () => import('./gate/Play.svelte'),
    screen: () => import('./gate/Screen.svelte'),
    review: () => import('./gate/Review.svelte'),
  }),
  'separating-line': erase<
    separatingLine.View,
    separatingLine.Submission,
    separatingLine.Reveal,
    separatingLine.Summary
  >({
    play: () => import('./separating-line/Play.svelte'),
    screen: () => import('./separating-line/Screen.svelte'),
    review: () => import('./separating-line/Review.svelte'),
  }),
  'xor-proof': erase<xorProof.View, xorProof.Submission, xorProof.Reveal, xorProof.Summary>({
    play: () => import('./xor-proof/Play.svelte'),
    screen: () => import('./xor-proof/Screen.svelte'),
    review: () => import('./xor-proof/Review.svelte'),
  }),
  race: erase<race.View, race.Submission, race.Reveal, race.Summary>({
    play: () => import('./race/Play.svelte'),
    screen: () => import('./race/Screen.svelte'),
    review: () => import('./race/Review.svelte'),
  }),
};
