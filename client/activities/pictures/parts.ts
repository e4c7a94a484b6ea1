/** Pictures are files of their own: a phone that plays a question without one loads none. */
export const networkPart = () => import('./Network.svelte');
/** What the reveal draws. */
export const toldPart = () => import('./Told.svelte');
