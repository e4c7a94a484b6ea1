import type { ActivityKind } from '#shared/activities/registry';
import type { AnyPaperProps } from './activity';
import { partIn, type Chunk, type Part } from './parts';

const papers = import.meta.glob<Chunk<AnyPaperProps>>('./*/Paper.svelte');

/** A kind's figure for paper; null where there are lines to write on and no more. */
export const paperOf = (kind: ActivityKind): Part<AnyPaperProps> | null =>
  partIn(papers, kind, 'Paper') ?? null;
