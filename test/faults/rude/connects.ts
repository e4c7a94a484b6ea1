import { textFrame } from '../raw-wire';
import { flood, helloOf, knock, type Attack } from './attack';

const AT_ONCE = 1_000;

/** A thousand people on one connection. */
export const connects: Attack = {
  row: 2,
  play: async (round) => {
    const wire = await knock(round.target);
    const all = Array.from({ length: AT_ONCE }, () => textFrame(helloOf(round.target)));
    return flood(wire, Buffer.concat(all), round);
  },
};
