/** What a phone shows from a reveal on: one file, which no phone needs before the first one. */
export { default as Outcome } from './Outcome.svelte';
export { default as Standing } from './Standing.svelte';
export { default as TopTen } from './TopTen.svelte';
export { default as Why } from './Why.svelte';
