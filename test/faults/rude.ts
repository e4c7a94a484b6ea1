import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cpuOf, memoryOf } from '../load/process';
import { writePast, type Past } from '../support/past';
import type { Fault, Form, Taken } from './fault';
import { openDisk, openHall, type Hall } from './hall';
import { lecture } from './lecture';
import { attacks } from './rude/attacks';
import { HonestClass } from './rude/class';
import type { Fared, Task } from './rude/device';
import { acksOf, faultsOf, figuresOf, lineOf, type Outcome } from './rude/outcome';
import { playTries } from './rude/tries';
import { pause, within } from './within';

/**
 * Phones that answer, those that come in meanwhile, students of a session that is over, how long a device misbehaves, and how long the server then comes
 * to rest, s.
 */
const SHORT = { phones: 10, newcomers: 0, past: 20, seconds: 0.3, rest: 0.1 };
const LONG = { phones: 30, newcomers: 100, past: 500, seconds: 4, rest: 1 };

/** How long the class plays before the first attack, s. */
const CALM = 1;

/** Between two looks at the server's memory, ms. */
const LOOK = 50;

/** Longer than a device that is asked to end takes, s. */
const LATE = 60;

/** What is tried once; then a device that misbehaves in each way in turn, beside a class that answers. */
export const rude: Fault = { play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const form = long ? LONG : SHORT;
  const worked = await playTries(say);
  const hall = await openHall(lecture);
  const past = await lookedBackAt(hall, form.past);
  const honest = new HonestClass(hall, form.phones, seed);
  const device = new Device();
  const scene = { ...form, hall, honest, device };
  const outcomes: Outcome[] = [];
  try {
    await honest.begin();
    await pause(CALM * 1_000);
    say(`calm: ${acksOf(honest.waits())}; ${rss(hall).toFixed(0)} MB`);
    if (long) say(`calm: newcomers in ${(await honest.newcomers(form.newcomers)).toFixed(1)} s`);
    for (const [name, { takes }] of Object.entries(attacks)) {
      if (!long && takes !== undefined) continue;
      const seconds = takes ?? form.seconds;
      const outcome = await suffer(scene, { attack: name, target: hall.address, past, seed, long, seconds });
      outcomes.push(outcome);
      say(lineOf(outcome));
    }
  } finally {
    device.end();
    honest.leave();
    await hall.server.remove();
  }
  const findings = [...worked, ...outcomes.flatMap((outcome) => faultsOf(outcome, long))];
  return { findings, figures: figuresOf(outcomes) };
}

/** A session that a class has played before. */
async function lookedBackAt({ server, lesson }: Hall, students: number): Promise<Past> {
  await server.stop();
  const disk = await openDisk(server.dataDir);
  const past = await writePast(disk, server.dataDir, lesson, students);
  await disk.close();
  await server.restart();
  return past;
}

interface Scene {
  readonly hall: Hall;
  readonly honest: HonestClass;
  readonly device: Device;
  readonly newcomers: number;
  readonly rest: number;
}

/** One way, from its beginning until the server has come to rest. */
async function suffer({ hall, honest, device, newcomers, rest }: Scene, task: Task): Promise<Outcome> {
  honest.waits();
  const { attack: name } = task;
  const [before, cut] = [rss(hall), honest.cut];
  const [since, used] = [performance.now(), cpuOf(hall.server.pid())];
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, rss(hall))), LOOK);
  const [fared, joining] = await Promise.all([
    device.misbehave(task),
    newcomers > 0 ? honest.newcomers(newcomers) : null,
  ]);
  clearInterval(watch);
  const cpu = (cpuOf(hall.server.pid()) - used) / (performance.now() - since);
  // Acks that are late count too.
  await pause(rest * 1_000);
  const [waits, lost] = [honest.waits(), honest.cut - cut];
  const attack = attacks[name] as Outcome['attack'];
  return { ...fared, name, attack, waits, cpu, most, grown: most - before, lost, joining };
}

const rss = ({ server }: Hall): number => memoryOf(server.pid()).now / 1_024;

/** The process of the device. */
class Device {
  readonly #process: ChildProcess = fork(fileURLToPath(new URL('rude-device.js', import.meta.url)), {
    serialization: 'advanced',
  });

  async misbehave(task: Task): Promise<Fared> {
    const answer = once(this.#process, 'message');
    this.#process.send(task);
    const [fared] = (await within(task.seconds + LATE, `the end of ${task.attack}`, answer)) as [Fared];
    if (fared.error !== null) throw new Error(`${task.attack}: ${fared.error}`);
    return fared;
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }
}
