/** What only some steps have, before or while they are played. */
export const predict = () => import('./Predict.svelte');
export const hints = () => import('./Hints.svelte');
export const eyesUp = () => import('./EyesUp.svelte');
/** What a phone shows from a reveal on: no phone needs it before the first one, so it is fetched ahead (`fetchAhead`). */
export const outcome = () => import('./Outcome.svelte');
export const why = () => import('./Why.svelte');
export const topTen = () => import('./TopTen.svelte');
export const standing = () => import('./Standing.svelte');
/** Also what a lesson without a break never needs. */
export const breakClock = () => import('../../live/BreakClock.svelte');
