/** What shows a board on a phone. No phone needs it before the first reveal, so it is fetched ahead (`fetchAhead`). */
export const topTen = () => import('./TopTen.svelte');
export const standing = () => import('./Standing.svelte');
