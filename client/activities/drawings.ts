import type { ActivityKind } from '#shared/activities/registry';
import type { AnyDrawnProps } from './activity';
import { partIn, type Chunk, type Part } from './parts';

const drawings = import.meta.glob<Chunk<AnyDrawnProps>>('./*/Drawn.svelte');

/** What a class has drawn in a step of a kind; null where nothing is drawn. */
export const drawnOf = (kind: ActivityKind): Part<AnyDrawnProps> | null =>
  partIn(drawings, kind, 'Drawn') ?? null;
