import type { ActivityKind } from '#shared/activities/registry';
import type { AnyScreenProps } from './activity';
import { needed, type Chunk, type Part } from './parts';

const screens = import.meta.glob<Chunk<AnyScreenProps>>('./*/Screen.svelte');

/** The class picture of a kind. */
export const screenOf = (kind: ActivityKind): Part<AnyScreenProps> => needed(screens, kind, 'Screen');
