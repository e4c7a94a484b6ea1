import type { Crowd } from './crowd';
import { pause, within } from './within';

/** Waits until each phone has one more ack; answers with how long that took, s. */
export async function anAckForAll(crowd: Crowd, seconds: number, when: string): Promise<number> {
  const since = performance.now();
  const counts = new Map(crowd.phones.map((one) => [one, one.acked]));
  const more = () => crowd.phones.every((one) => one.acked > (counts.get(one) ?? 0));
  const waiting = async () => {
    while (!more()) await pause(20);
  };
  await within(seconds, `an ack for every phone ${when}`, waiting());
  return (performance.now() - since) / 1_000;
}
