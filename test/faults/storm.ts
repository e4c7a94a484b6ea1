import { isDeepStrictEqual } from 'node:util';
import { rng } from '#shared/rng';
import { answerOf, known } from '../support/knowing';
import type { Phone } from '../../demo/phone';
import { inFlight } from '../load/in-flight';
import { cpuOf } from '../load/process';
import { cableTo } from '../support/cable';
import { Crowd } from './crowd';
import { SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { lecture, stepsNamed } from './lecture';
import { longestGap, WATCHING_GAPS } from './gaps';
import type { Witness } from './witness';

const SHORT = 200;
const LONG = 1_000;
const TARGET = 10;
const ANSWERING_AT_ONCE = 100;

/** What one wave did. */
interface Wave {
  /** How long nobody could connect, s. */
  readonly down: number;
  /** From the first moment at which a phone could connect until the last one shows what it has to, s. */
  readonly seconds: number;
  /** Of the server, all threads, ms. */
  readonly cpu: number;
  /** The longest that the server's event loop was held, ms. */
  readonly gap: number;
}

/** Every connection is dropped in one instant, and the whole class comes back by itself. */
export const storm: Fault = { play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const size = long ? LONG : SHORT;
  const hall = await openHall(lecture, WATCHING_GAPS);
  const cable = await cableTo(hall.server.port);
  const crowd = new Crowd({ ...hall.address, url: `http://127.0.0.1:${cable.port}` }, size, seed);
  const desk = new SteadyDesk(hall);
  try {
    await crowd.join();
    await prepare(crowd, desk, seed);
    const expected = new Map(crowd.phones.map((one) => [one, seen(one.phone)]));
    const back = () =>
      Promise.all(crowd.phones.map((one) => one.until('what it showed before', showing(one, expected))));
    const wave = async (name: string, drop: () => Promise<void>): Promise<Wave> => {
      const measured = await measure(hall, drop, back);
      const { down, seconds, cpu, gap } = measured;
      say(
        `${name}: ${size} phones back in ${seconds.toFixed(1)} s, after ${down.toFixed(1)} s without a server; ` +
          `it used ${cpu} ms of CPU, its longest gap was ${gap.toFixed(0)} ms`,
      );
      return measured;
    };
    const cut = await wave('all cut at once', async () => {
      cable.pull();
      await crowd.all('that its line is gone', ({ upToDate }) => !upToDate);
      cable.putBack();
    });
    const killed = await wave('the server killed', async () => {
      await hall.server.kill();
      await hall.server.restart();
    });
    const seconds = Math.max(cut.seconds, killed.seconds);
    await desk.drive({ type: 'end' });
    await crowd.seeEnd();
    await hall.server.stop();
    const { findings } = crowd.heldAgainst(await hall.written());
    return {
      findings: [
        ...findings,
        ...(seconds <= TARGET
          ? []
          : [`${size} phones needed ${seconds.toFixed(1)} s, more than ${TARGET} s`]),
      ],
      figures: [{ name: 'faults.storm-s', value: seconds, unit: `s (${size} phones)` }],
    };
  } finally {
    desk.close();
    crowd.leave();
    await hall.server.remove();
    await cable.remove();
  }
}

/** Everybody has a score from one step, and an answer in the next one, which stays open. */
async function prepare(crowd: Crowd, desk: SteadyDesk, seed: string): Promise<void> {
  const [first = 0, second = 0] = stepsNamed('programmare-o-imparare', 'and');
  const there = { at: 'step', step: first } as const;
  await desk.drive({ type: 'go', from: { at: 'lobby' }, to: there }, { type: 'open', step: first });
  await answerAll(crowd, first, seed);
  await desk.drive({ type: 'close', step: first }, { type: 'reveal', step: first });
  await crowd.seeRevealed(first);
  await desk.drive(
    { type: 'go', from: there, to: { at: 'step', step: second } },
    { type: 'open', step: second },
  );
  await desk.drive({ type: 'extend', step: second, by: 1_800_000 });
  await answerAll(crowd, second, seed);
}

async function answerAll(crowd: Crowd, step: number, seed: string): Promise<void> {
  await crowd.all(`step ${step} open`, ({ common, own }) => {
    return common?.step?.phase === 'open' && own?.step?.index === step && own.step.view !== null;
  });
  await inFlight([...crowd.phones.entries()], ANSWERING_AT_ONCE, async ([i, one]) => {
    const view = one.phone.common?.step;
    const found = view && known(view);
    if (!found) throw new Error(`nobody knows step ${step}`);
    const random = rng(seed, `answer of ${i} to ${step}`);
    await one.answer(
      step,
      answerOf(found, random.unit() < 0.5 ? 'knows' : 'random', one.phone.own?.step?.view, random),
    );
  });
}

/** The step on a phone, its own answer and its score. */
const seen = ({ common, own }: Phone) => ({
  step: common?.step?.index,
  phase: common?.step?.phase,
  submission: own?.step?.submission,
  place: own?.place,
});

const showing = (one: Witness, expected: ReadonlyMap<Witness, ReturnType<typeof seen>>) => (phone: Phone) =>
  phone.upToDate && isDeepStrictEqual(seen(phone), expected.get(one));

async function measure(hall: Hall, drop: () => Promise<void>, back: () => Promise<unknown>): Promise<Wave> {
  const dropped = performance.now();
  await drop();
  const [since, pid] = [performance.now(), hall.server.pid()];
  await longestGap(hall);
  const before = cpuOf(pid);
  await back();
  const seconds = (performance.now() - since) / 1_000;
  return { down: (since - dropped) / 1_000, seconds, cpu: cpuOf(pid) - before, gap: await longestGap(hall) };
}
