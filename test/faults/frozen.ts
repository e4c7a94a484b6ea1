import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RosterRow } from '#shared/session/views';
import { PROTOCOL } from '#shared/version';
import { memoryOf } from '../load/process';
import { Deaf } from '../support/deaf';
import type { Player } from '../support/player';
import type { DeskView } from '#shared/session/views';
import { freshToken } from '../support/player';
import { Crowd } from './crowd';
import { deskOf, SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { verify } from './history';
import { lecture, stepsNamed } from './lecture';
import type { Slept, ToSleepers } from './sleepers';
import { pause, within } from './within';

/** Seconds that the phones are frozen. */
const SHORT = [5];
const LONG = [5, 60];
const AWAKE = 30;
const ASLEEP = 10;

/** pingInterval + pingTimeout of the server: by then it has noticed that nobody is there, s; and a moment to say so. */
const NOTICED = 18;
const MOMENT = 3;

/** What a class of 30 may cost the server while ten phones do not read, MB. */
const GROWTH = 60;

/** Phones whose process is stopped for a while, as a locked phone's is, and one client that never reads at all. */
export const frozen: Fault = { play };

async function play(form: Form): Promise<Taken> {
  const hall = await openHall(lecture);
  const crowd = new Crowd(hall.address, AWAKE, form.seed);
  const desk = new SteadyDesk(hall);
  const watch = deskOf(hall);
  const sleepers = new Sleepers();
  try {
    await Promise.all([
      crowd.join(),
      sleepers.do({ do: 'join', address: hall.address, size: ASLEEP, seed: form.seed }),
    ]);
    const answering = crowd.answer();
    const findings = form.long
      ? [
          ...(await freezeAll(form, LONG, { hall, crowd, desk, watch, sleepers })),
          ...(await deafen(form, hall)),
        ]
      : await freezeAll(form, SHORT, { hall, crowd, desk, watch, sleepers });
    crowd.rest();
    await Promise.all([answering, desk.drive({ type: 'end' })]);
    const [histories] = await Promise.all([sleepers.do({ do: 'end' }), crowd.seeEnd()]);
    await hall.server.stop();
    const { events, names } = await hall.written();
    const verdict = verify([...histories, ...crowd.phones.map((one) => one.history)], events, names);
    form.say(`${verdict.acked} answers acked, ${verdict.lost} lost, ${verdict.doubled} doubled`);
    return { findings: [...findings, ...verdict.findings] };
  } finally {
    crowd.rest();
    desk.close();
    watch.close();
    crowd.leave();
    sleepers.end();
    await hall.server.remove();
  }
}

interface Cast {
  readonly hall: Hall;
  readonly crowd: Crowd;
  readonly desk: SteadyDesk;
  readonly watch: Player<DeskView>;
  readonly sleepers: Sleepers;
}

/** Each time they answer, fall asleep, and wake up in another step. */
async function freezeAll({ say }: Form, naps: readonly number[], cast: Cast): Promise<string[]> {
  const { hall, crowd, desk, watch, sleepers } = cast;
  const findings: string[] = [];
  const [first = 0, ...rest] = stepsNamed('not', 'and', 'or');
  const open = (step: number) =>
    desk.drive(
      { type: 'go', from: watch.common?.stage ?? { at: 'lobby' }, to: { at: 'step', step } },
      { type: 'open', step },
    );
  await open(first);
  let step = first;
  for (const [i, seconds] of naps.entries()) {
    const next = rest[i] as number;
    await sleepers.do({ do: 'answer', step });
    const before = memoryOf(hall.server.pid()).now;
    sleepers.freeze();
    const since = performance.now();
    await desk.drive({ type: 'close', step }, { type: 'reveal', step });
    await crowd.seeRevealed(step);
    const stage = { at: 'step', step } as const;
    await watch.until(({ common }) => common?.stage.at === 'step' && common.stage.step === step);
    await desk.drive(
      { type: 'go', from: stage, to: { at: 'step', step: next } },
      { type: 'open', step: next },
    );
    if (seconds > NOTICED + MOMENT) {
      const gone = watch.until(() => asleep(watch).every(({ here }) => !here));
      await within(NOTICED + MOMENT, 'the desk being told that the frozen phones are away', gone);
      say(
        `the server noticed after ${((performance.now() - since) / 1_000).toFixed(1)} s that they were away`,
      );
    }
    await pause(seconds * 1_000 - (performance.now() - since));
    const growth = (memoryOf(hall.server.pid()).now - before) / 1_024;
    if (growth > GROWTH) findings.push(`the server grew by ${growth.toFixed(0)} MB in ${seconds} s`);
    const woken = performance.now();
    sleepers.thaw();
    await sleepers.do({ do: 'see', step: next, phase: 'open' });
    const back = ((performance.now() - woken) / 1_000).toFixed(1);
    say(
      `frozen for ${seconds} s: back on the right screen after ${back} s; the server grew by ${growth.toFixed(1)} MB`,
    );
    step = next;
  }
  return findings;
}

/** The latest line that the desk has of each frozen phone. */
function asleep({ roster }: Player<DeskView>): RosterRow[] {
  const rows = new Map(roster.flatMap((frame) => frame.rows.map((row) => [row.seat, row] as const)));
  return [...rows.values()].filter(({ name }) => name.startsWith('Sleeper'));
}

/** A client that comes in and reads nothing, not even pings. */
async function deafen({ say }: Form, { server, code, build }: Hall): Promise<string[]> {
  const hello = { protocol: PROTOCOL, build, role: 'phone', code, token: freshToken() } as const;
  const deaf = await Deaf.open(server.base, hello, { room: code, answersPings: false });
  const since = performance.now();
  const late = NOTICED + MOMENT + 60;
  await within(late, 'the end of a client that never reads', deaf.cutOff);
  const seconds = (performance.now() - since) / 1_000;
  say(`a client that never reads was cut off after ${seconds.toFixed(1)} s`);
  return seconds <= NOTICED + MOMENT
    ? []
    : [`a client that never reads was cut off after ${seconds.toFixed(1)} s only`];
}

/** The process of the frozen phones. */
class Sleepers {
  readonly #process: ChildProcess = fork(fileURLToPath(new URL('sleepers.js', import.meta.url)), {
    serialization: 'advanced',
  });

  async do(asked: ToSleepers): Promise<Slept['histories']> {
    const answer = once(this.#process, 'message');
    this.#process.send(asked);
    const [{ error, histories }] = (await within(90, `the frozen phones: ${asked.do}`, answer)) as [Slept];
    if (error !== null) throw new Error(error);
    return histories;
  }

  freeze(): void {
    this.#process.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process.kill('SIGCONT');
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }
}
