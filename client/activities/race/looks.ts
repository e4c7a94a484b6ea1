import type { Family } from '#shared/activities/race/config';
import { foundIn, type AnyLook } from './family';

/** How each family looks, found by its folder. */
const looks = import.meta.glob<AnyLook>('./families/*/look.ts', { eager: true, import: 'look' });

export const lookOf = (family: Family): AnyLook => foundIn(looks, `./families/${family}/look.ts`);
