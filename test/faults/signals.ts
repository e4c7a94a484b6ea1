import type { Stage } from '#shared/session/events';
import { Crowd } from './crowd';
import { SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { lecture, playStep, stepsNamed } from './lecture';
import { pause, within } from './within';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
type Signal = (typeof SIGNALS)[number];

/** A perceptron with drafts: answers are on their way when the signal comes; a race: it comes while the server trains. */
const SHORT = { phones: 20, steps: ['and'] };
const LONG = { phones: 60, steps: ['and', 'gara-xor'] };

/** How long the class answers before the signal, ms. */
const LOAD = 1_500;

/** Longer than the server gives itself before it gives up on ending in good order, s. */
const IN_TIME = 10;

/** SIGINT and SIGTERM in an open step: the server ends with 0 and in time, and the class goes on after a restart. */
export const signals: Fault = { play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const { phones, steps } = long ? LONG : SHORT;
  const hall = await openHall(lecture);
  const crowd = new Crowd(hall.address, phones, seed);
  const desk = new SteadyDesk(hall);
  const findings: string[] = [];
  const endAndGoOn = async (signal: Signal): Promise<void> => {
    await pause(LOAD);
    const { ended, code } = await endWith(signal, hall);
    if (code !== 0) findings.push(`${signal} ended the server with ${code}`);
    const down = performance.now();
    await hall.server.restart();
    const since = performance.now();
    await crowd.back();
    const back = seconds(performance.now() - since);
    say(
      `${signal}: ended in ${seconds(ended)} s, restarted in ${seconds(since - down)} s, ` +
        `the last phone was back ${back} s later`,
    );
  };
  try {
    await crowd.join();
    const answering = crowd.answer();
    let stage: Stage = { at: 'lobby' };
    for (const step of stepsNamed(...steps))
      stage = await playStep(desk, crowd, stage, step, async () => {
        for (const signal of SIGNALS) await endAndGoOn(signal);
      });
    crowd.rest();
    await Promise.all([answering, desk.drive({ type: 'end' })]);
    await crowd.seeEnd();
    await hall.server.stop();
    const verdict = crowd.heldAgainst(await hall.written());
    say(`${verdict.acked} answers acked, ${verdict.lost} lost, ${verdict.doubled} doubled`);
    return { findings: [...findings, ...verdict.findings] };
  } finally {
    crowd.rest();
    desk.close();
    crowd.leave();
    await hall.server.remove();
  }
}

const seconds = (ms: number) => (ms / 1_000).toFixed(1);

async function endWith(signal: Signal, { server }: Hall) {
  const since = performance.now();
  const { code } = await within(IN_TIME, `the end after ${signal}`, server.stop(signal));
  return { code, ended: performance.now() - since };
}
