import { Phone } from '../../../demo/phone';
import type { Away } from '../../support/cluster/away';
import type { Cluster } from '../../support/cluster/cluster';
import { FIRST_ANSWER, startSession } from '../../support/taught';

/** A session of the cluster with a class in it, each phone of which plays by itself. */
export async function startClass(
  cluster: Pick<Cluster, 'url' | 'teacher' | 'log'>,
  size: number,
  build: string,
  away: Away,
) {
  const { id, code, drive } = await startSession(cluster.teacher, build);
  const joined = async (name: string, of = build) => {
    const phone = new Phone({ url: cluster.url, code, build: of });
    const ack = await phone.command({ type: 'join', name });
    if (!ack.ok) throw new Error(`${name} was not let in: ${ack.code}`);
    away.watch(phone);
    return phone;
  };
  const phones = await Promise.all(Array.from({ length: size }, (_, at) => joined(`Student ${at}`)));
  return {
    ...{ id, code, phones, joined, drive },
    /** The first step is open, and every phone shows it. */
    open: async () => {
      await drive(
        { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
        { type: 'open', step: 0 },
      );
      await Promise.all(phones.map((phone) => phone.until(() => (phone.own?.step?.view ?? null) !== null)));
    },
    answer: (some: readonly Phone[]) => Promise.all(some.map((phone) => phone.command(FIRST_ANSWER))),
    /** The seats whose answer the log has, each as often as it has it. */
    answered: async (): Promise<string[]> => {
      const log = await cluster.log();
      const events = await log.read(id);
      await log.close();
      return events.flatMap(({ event }) => (event.type === 'submitted' ? [event.seat] : []));
    },
    leave: () => {
      for (const phone of phones) phone.close();
    },
  };
}

export type ClassInCluster = Awaited<ReturnType<typeof startClass>>;
