/** Parts of the page that are fetched ahead (`fetchAhead`): a phone comes in without them. */
export const asides = () => import('./asides');
export const after = () => import('./after');
