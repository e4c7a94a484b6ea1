import type { Points } from '#shared/training/request';

/** Points in a picture; more would hide the map below them. */
const SHOWN = 400;

/** Evenly spaced ones of many points. */
export function few({ x, y }: Points): Points {
  const every = Math.max(1, Math.ceil(y.length / SHOWN));
  return {
    x: x.filter((_, i) => (i >> 1) % every === 0),
    y: y.filter((_, i) => i % every === 0),
  };
}
