import { textFrame } from '../raw-wire';
import { enter, openMany, type Attack } from './attack';

/** What each of them sends in one tick, and how often, ms: less than a phone may. */
const TICK = 250;
const PACKETS = textFrame('42["x"]');
const PER_TICK = 4;

/** Many connections of one device that each keep to a phone's budget. */
export const crowd: Attack = {
  row: 2,
  many: { short: 50, long: 1_000 },
  takes: 15,
  play: async ({ target, seconds, many }) => {
    const wires = await openMany(many, () => enter(target));
    for (const wire of wires) wire.ignore();
    const some = Buffer.concat(Array<Buffer>(PER_TICK).fill(PACKETS));
    const end = performance.now() + seconds * 1_000;
    while (performance.now() < end && wires.some(({ closed }) => !closed)) {
      for (const wire of wires) wire.write(some);
      await new Promise((resolve) => setTimeout(resolve, TICK));
    }
    const over = wires.every(({ closed }) => closed);
    for (const wire of wires) wire.destroy();
    return over ? 'cut off' : 'kept';
  },
};
