import { rng, shuffled, type Seed } from '../../rng';
import type { ClassRequest } from '../../training/together/request';
import type { Config, Line } from './config';
import { neuronOf } from './line';
import { randomLine } from './random-line';
import { hidden, visible } from './view';

/** Cells along each side of the class's map. */
export const MAP_SIDE = 40;
/** Lines by chance that are put in the place of each. */
const OTHERS = 60;

/** The class's network; with the step's secret, what each line of it is worth on hidden points. */
export function request(config: Config, lines: readonly Line[], secret: Seed | null): ClassRequest {
  const live = { seen: visible(config), neurons: lines.map(neuronOf), side: MAP_SIDE };
  if (secret === null) return live;
  const random = rng(secret, 'class-network/others');
  const others = Array.from({ length: OTHERS }, () => neuronOf(randomLine(random)));
  const places = shuffled(
    lines.map((_, i) => i),
    rng(secret, 'class-network/half'),
  );
  const off = places.slice(0, Math.floor(lines.length / 2));
  return { ...live, judging: { hidden: hidden(config, secret), others, off } };
}
