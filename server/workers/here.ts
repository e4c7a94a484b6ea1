import { reckon } from '#shared/training/together/reckon';
import type { Reckon } from './pool';

/** Reckons a class on this thread: for a room that has no pool. */
export const reckonHere: Reckon = ({ request }) => Promise.resolve(reckon(request()));
