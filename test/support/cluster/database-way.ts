import { rng } from '#shared/rng';
import { Proxy } from '../../faults/proxy';
import { cableTo } from '../cable';

/**
 * `broken`: connections end, and new ones too. `silent`: nothing goes through any more and nobody is told; what was
 * under way arrives when the way is mended.
 */
export type Cut = 'broken' | 'silent';

/** A server's own way to the database, which can be cut. */
export async function wayTo(port: number, name: string) {
  const network = await Proxy.to(port, rng(name, 'network'));
  const cable = await cableTo(network.port);
  return {
    port: cable.port,
    cut: (how: Cut) => (how === 'broken' ? cable.pull() : network.stall('up', 'down')),
    mend: () => {
      cable.putBack();
      network.flow();
    },
    remove: async () => {
      await cable.remove();
      await network.remove();
    },
  };
}

export type DatabaseWay = Awaited<ReturnType<typeof wayTo>>;
