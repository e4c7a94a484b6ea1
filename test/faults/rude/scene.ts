import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cpuOf, memoryOf } from '../../load/process';
import { writePast, type Past } from '../../support/past';
import { openHall, type Hall } from '../hall';
import { lecture } from '../lecture';
import { pause, within } from '../within';
import { attacks } from './attacks';
import { HonestClass } from './class';
import type { Fared, Task } from './device';
import { acksOf, type Outcome } from './outcome';

/** How much of everything there is. */
export interface Scale {
  /** Phones that answer. */
  readonly phones: number;
  /** Phones that come in meanwhile, besides. */
  readonly newcomers: number;
  /** Students of a session that is over. */
  readonly past: number;
  /** How long a device misbehaves, s, where its way says nothing else; and beside newcomers. */
  readonly seconds: number;
  /** How long the server then comes to rest, s. */
  readonly rest: number;
}

/** Loopback has more than one address. */
const ELSEWHERE = '127.0.0.2';

/** How long the class plays before the first attack, s. */
const CALM = 1;

/** How long a thousand take to leave, s. */
const LEAVING = 2;

/** Between two looks at the server's memory, ms. */
const LOOK = 50;

/** Longer than a device that is asked to end takes, s. */
const LATE = 60;

/** A server, a class that answers, and a device that misbehaves. */
export class Scene {
  readonly #device = new Device();
  /** How long newcomers take while nobody misbehaves, s; null: none come. */
  #calm: number | null = null;

  private constructor(
    private readonly hall: Hall,
    private readonly past: Past,
    private readonly honest: HonestClass,
    private readonly scale: Scale,
  ) {}

  static async open(scale: Scale, seed: string): Promise<Scene> {
    const hall = await openHall(lecture);
    const past = await lookedBackAt(hall, scale.past);
    return new Scene(hall, past, new HonestClass(hall, scale.phones, seed), scale);
  }

  /** The class begins; answers with how it fares while nobody misbehaves. */
  async begin(): Promise<string> {
    await this.honest.begin();
    await pause(CALM * 1_000);
    const calm = `calm: ${acksOf(this.honest.waits())}; ${this.#rss().toFixed(0)} MB`;
    const { newcomers } = this.scale;
    if (newcomers === 0) return calm;
    // Out of another address: one school comes in beside the device, and not the second one of its address.
    this.#calm = await this.honest.newcomers(newcomers, ELSEWHERE);
    // That they leave all at once is not the device's doing.
    await pause(LEAVING * 1_000);
    return `${calm}; ${newcomers} newcomers in ${this.#calm.toFixed(1)} s`;
  }

  /** One way, from its beginning until the server has come to rest; and again while others come in. */
  async suffer(name: string, form: Pick<Task, 'seed' | 'long'>): Promise<Outcome> {
    const { hall, honest, past, scale } = this;
    const attack = attacks[name] as Outcome['attack'];
    const task = { ...form, attack: name, target: hall.address, past };
    const { races, takes, seconds } = attack;
    if (races) await honest.race();
    honest.waits();
    const [before, cut] = [this.#rss(), honest.cut];
    const [since, used] = [performance.now(), cpuOf(hall.server.pid())];
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, this.#rss())), LOOK);
    const fared = await this.#device.misbehave({
      ...task,
      seconds: takes ?? seconds?.[form.long ? 'long' : 'short'] ?? scale.seconds,
    });
    clearInterval(watch);
    const cpu = (cpuOf(hall.server.pid()) - used) / (performance.now() - since);
    const revealed = races ? await honest.reveal() : null;
    // Acks that are late count too.
    await pause(scale.rest * 1_000);
    const waits = honest.waits();
    const joining = await this.#newcomers({ ...task, seconds: scale.seconds });
    const lost = honest.cut - cut;
    return { ...fared, name, attack, waits, cpu, most, grown: most - before, lost, joining, revealed };
  }

  async close(): Promise<void> {
    this.#device.end();
    this.honest.leave();
    await this.hall.server.remove();
  }

  /** A class comes in beside the device. */
  async #newcomers(task: Task): Promise<Outcome['joining']> {
    if (this.#calm === null) return null;
    const [, took] = await Promise.all([
      this.#device.misbehave(task),
      this.honest.newcomers(this.scale.newcomers),
    ]);
    return { calm: this.#calm, took };
  }

  #rss(): number {
    return memoryOf(this.hall.server.pid()).now / 1_024;
  }
}

/** A session that a class has played before. */
async function lookedBackAt({ server, lesson, kept }: Hall, students: number): Promise<Past> {
  await server.stop();
  const disk = await kept.open(server.dataDir);
  const past = await writePast(disk, kept.ask(server.dataDir), lesson, students);
  await disk.close();
  await server.restart();
  return past;
}

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
