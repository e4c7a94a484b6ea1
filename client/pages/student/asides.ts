/** What only some steps have, before or while they are played: one file, of which no phone needs anything at first. */
export { default as BreakClock } from '../../live/BreakClock.svelte';
export { default as EyesUp } from './EyesUp.svelte';
export { default as Hints } from './Hints.svelte';
export { default as Predict } from './Predict.svelte';
