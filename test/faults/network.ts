import type { Stage } from '#shared/session/events';
import { rng } from '#shared/rng';
import { anAckForAll } from './acks';
import { Crowd } from './crowd';
import { SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall } from './hall';
import { lecture, playStep, stepsNamed } from './lecture';
import { Proxy } from './proxy';
import { pause } from './within';

/** By when every phone has an ack once the network is well again, s: a line that went silent is given up after 10.5 s. */
const BACK = 25;
/** By when each phone has one more ack on a network that is bad but there, s. */
const THROUGH = 40;

/** Delays of a bad Wi-Fi, ms, and what a phone at the edge of the cell gets, bytes a second. */
const FAR = { delay: 200, jitter: 150 };
const NARROW = { delay: 100, jitter: 50, rate: 8_000 };

/** What is done to the network, by name; once it is over the network is well. */
type Trouble = (proxy: Proxy, crowd: Crowd, long: boolean) => Promise<unknown>;

const stalling =
  (...directions: readonly ('up' | 'down')[]): Trouble =>
  async (proxy, _crowd, long) => {
    proxy.stall(...directions);
    await pause(long ? 6_000 : 1_000);
    proxy.flow();
  };

const troubles: Readonly<Record<string, Trouble>> = {
  'answers late by 200±150 ms': async (proxy, crowd) => {
    proxy.weather(FAR);
    await anAckForAll(crowd, THROUGH, 'with every answer late');
  },
  'random lines reset': async (proxy, _crowd, long) => {
    for (let i = 0; i < (long ? 40 : 5); i++) {
      proxy.reset(0.2);
      await pause(250);
    }
  },
  'nothing in both directions': stalling('up', 'down'),
  'nothing from the phones': stalling('up'),
  'nothing from the server': stalling('down'),
  '8 kB/s on each line': async (proxy, crowd) => {
    proxy.weather(NARROW);
    await anAckForAll(crowd, THROUGH, 'at 8 kB/s');
  },
};

/** Those after which no line lives: they take as long as it takes to give one up. */
const longer: Readonly<Record<string, Trouble>> = {
  'lines half open for good': (proxy) => Promise.resolve(proxy.forget()),
  'a network that swallows everything for 30 s': async (proxy) => {
    proxy.stall('up', 'down');
    await pause(30_000);
    proxy.forget();
  },
};

/** A class behind a bad network: every answer counts once, and everybody ends on the right screen with the right score. */
export const network: Fault = {
  play: (form) =>
    form.long
      ? play(form, 40, Object.entries({ ...troubles, ...longer }), ['and', 'or', 'not'])
      : play(form, 15, Object.entries(troubles), ['and']),
};

async function play(
  { seed, long, say }: Form,
  phones: number,
  all: readonly (readonly [string, Trouble])[],
  steps: readonly string[],
): Promise<Taken> {
  const hall = await openHall(lecture);
  const proxy = await Proxy.to(hall.server.port, rng(seed, 'network'));
  const crowd = new Crowd({ ...hall.address, url: `http://127.0.0.1:${proxy.port}` }, phones, seed);
  const desk = new SteadyDesk(hall);
  try {
    await crowd.join();
    const answering = crowd.answer();
    let stage: Stage = { at: 'lobby' };
    for (const [i, step] of stepsNamed(...steps).entries()) {
      const these = all.filter((_, at) => at % steps.length === i);
      stage = await playStep(desk, crowd, stage, step, async () => {
        for (const [name, trouble] of these) {
          await trouble(proxy, crowd, long);
          proxy.weather({});
          const after = await anAckForAll(crowd, BACK, `after ${name}`);
          say(`${name}: everybody had an ack ${after.toFixed(1)} s after it was over`);
        }
        // Close, reveal and what follows are seen over a bad line as well.
        proxy.weather(FAR);
      });
      proxy.weather({});
    }
    crowd.rest();
    await Promise.all([answering, desk.drive({ type: 'end' })]);
    await crowd.seeEnd();
    await hall.server.stop();
    const verdict = crowd.heldAgainst(await hall.written());
    const { acked, lost, doubled } = verdict;
    say(`${acked} answers acked, ${lost} lost, ${doubled} doubled`);
    return {
      findings: verdict.findings,
      figures: [{ name: 'faults.network-lost', value: lost + doubled, unit: 'answers' }],
    };
  } finally {
    crowd.rest();
    desk.close();
    crowd.leave();
    await hall.server.remove();
    await proxy.remove();
  }
}
