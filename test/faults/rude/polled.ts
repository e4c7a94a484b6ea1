import { Poller } from '../../support/poller';
import { helloOf, type Attack } from './attack';

/** As many packets as fit into one request of long polling. */
const PACKETS = Array<string>(1_800).fill('42["x"]').join('\u001e');

/** Requests of long polling, one after the other, each full of tiny events. */
export const polled: Attack = {
  row: 2,
  play: async ({ target, seconds }) => {
    const poller = await Poller.open(target.url, target.code);
    await poller.say(helloOf(target));
    const end = performance.now() + seconds * 1_000;
    while (performance.now() < end) if ((await poller.say(PACKETS)).status !== 200) return 'cut off';
    return 'kept';
  },
};
