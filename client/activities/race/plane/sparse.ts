import type { Points } from '#shared/training/request';

/** About so many points stand in a picture; more would hide the map below them. */
const SHOWN = 400;

/** Of many points every second, third, ... one, so that about 400 are left. */
export function sparse({ x, y }: Points): Points {
  const every = Math.max(1, Math.ceil(y.length / SHOWN));
  return {
    x: x.filter((_, i) => (i >> 1) % every === 0),
    y: y.filter((_, i) => i % every === 0),
  };
}
