import type { ActivityKind } from '#shared/activities/registry';
import type { AnyReviewProps } from './activity';
import { partIn, type Chunk, type Part } from './parts';

const reviews = import.meta.glob<Chunk<AnyReviewProps>>('./*/Review.svelte');

/** A submission of a kind drawn small; null where there is nothing to draw, as of a slide. */
export const reviewOf = (kind: ActivityKind): Part<AnyReviewProps> | null =>
  partIn(reviews, kind, 'Review') ?? null;
