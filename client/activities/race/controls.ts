import type { Family } from '#shared/activities/race/config';
import { foundIn, type AnyControls } from './family';

/** What each family is played with, found by its folder; apart from the looks, so that only a phone loads it. */
const controls = import.meta.glob<AnyControls>('./families/*/controls.ts', {
  eager: true,
  import: 'controls',
});

export const controlsOf = (family: Family): AnyControls =>
  foundIn(controls, `./families/${family}/controls.ts`);
