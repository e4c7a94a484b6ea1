import type { ActivityKind } from '#shared/activities/registry';
import type { AnyWrittenProps } from './activity';
import { partIn, type Chunk, type Part } from './parts';

const written = import.meta.glob<Chunk<AnyWrittenProps>>('./*/Written.svelte');

/** The desk's list of what was written, where one can be hidden; null where nothing is. */
export const writtenOf = (kind: ActivityKind): Part<AnyWrittenProps> | null =>
  partIn(written, kind, 'Written') ?? null;
