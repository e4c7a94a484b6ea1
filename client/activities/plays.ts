import type { ActivityKind } from '#shared/activities/registry';
import type { AnyPlayProps } from './activity';
import { needed, type Chunk, type Part } from './parts';

const plays = import.meta.glob<Chunk<AnyPlayProps>>('./*/Play.svelte');

/** The phone's part of a kind. */
export const playOf = (kind: ActivityKind): Part<AnyPlayProps> => needed(plays, kind, 'Play');
