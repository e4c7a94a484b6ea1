import { createHash } from 'node:crypto';
import { CORE } from '#shared/training/core';
import type { TrainingResult } from '#shared/training/request';
import type { ClassResult } from '#shared/training/together/request';
import type { Asked, AskedClass, Job } from '../job';
import { JobLines, type Begun, type Load } from '../job-lines';
import { patienceWith } from '../patience';
import { reckoning, training, type Work } from '../work';
import { pack, type Packed } from './packed';
import type { Placed, Seen, SharedQueue } from './shared-queue';

/**
 * So often it is looked how each job fares, ms: a queue may be wiped, and its news be missed, since of two jobs that end at
 * once the later one's may have the lower number, which BullMQ's reader has passed by then.
 */
const LOOK = 500;
/** And how many threads there are. */
const COUNT = 2_000;

/** Jobs that may be in the queue for each thread of all workers: one runs, and one is there when it ends. */
const FOR_EACH = 2;

/** A job that was let out of its lines, into the queue. */
interface Out extends Begun {
  /** How many jobs of its session were out when it was put there, itself among them: sessions come before numbers. */
  priority: number;
  id: string | null;
  packed: Packed | null;
  /** Null: on its way there. */
  placed: Placed | null;
  /** A worker had it when it was last looked at. */
  runs: boolean;
  /** It is being put, or looked at. */
  busy: boolean;
  /** There was news of it meanwhile. */
  stale: boolean;
}

/** Whoever asks twice, on this server or another, asks for the same job; another request of the same name is another one. */
const idOf = ({ session, key }: Job, { print }: Packed): string =>
  `${session}/${createHash('sha256').update(`${key}\n${print}`).digest('base64url')}`;

/** The server's side of the queue: its own lines, out of which it lets as much as workers can begin with. */
export class QueuedJobs {
  readonly #lines: JobLines;
  readonly #out = new Map<Job, Out>();
  readonly #ids = new Map<string, Out>();
  readonly #timers: readonly NodeJS.Timeout[];
  #threads = 1;
  #looking = false;
  #closed = false;

  /** `onFailed` is told of what was refused, and of jobs that failed. */
  constructor(
    private readonly queue: SharedQueue,
    private readonly onFailed: (error: unknown) => void,
    private readonly told: { readonly away: (error: unknown) => void; readonly there: () => void },
  ) {
    this.#lines = new JobLines({ onDropped: (job) => void this.#dropped(job), onRefused: onFailed });
    this.#timers = [
      setInterval(() => void this.#look(), LOOK).unref(),
      setInterval(() => void this.count(), COUNT).unref(),
    ];
  }

  train(asked: Asked): Promise<TrainingResult | null> {
    return this.#ask(asked, () => training(asked.request(), patienceWith)) as Promise<TrainingResult | null>;
  }

  reckon(asked: AskedClass): Promise<ClassResult | null> {
    return this.#ask(asked, () => reckoning(asked.request())) as Promise<ClassResult | null>;
  }

  load(): Load {
    return this.#lines.load((job) => this.#out.get(job)?.runs ?? false);
  }

  /** Something has happened to a job. */
  news(id: string): void {
    const out = this.#ids.get(id);
    if (out) void this.#lookAt(out);
  }

  /** Sees how many threads there are. */
  async count(): Promise<void> {
    try {
      this.#threads = Math.max(1, await this.queue.threads());
      this.told.there();
    } catch (error) {
      this.told.away(error);
    }
    this.#pump();
  }

  /** Sees how each job fares, puts back what the queue has lost, and lets what waits move up. */
  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const places = new Map<string, number>();
    for (const out of [...this.#out.values()]) {
      const place = (places.get(out.job.session) ?? 0) + 1;
      places.set(out.job.session, place);
      await this.#lookAt(out, place);
    }
    this.#looking = false;
  }

  /** What is out stays in the queue: whoever takes on its session finds it there. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.queue.close();
  }

  #ask(asked: Asked | AskedClass, work: () => Work): Promise<unknown> {
    const job = this.#lines.ask(asked, work);
    this.#pump();
    return job.ended;
  }

  #outOf(session: string): number {
    let count = 0;
    for (const { job } of this.#out.values()) if (job.session === session) count += 1;
    return count;
  }

  #pump(): void {
    if (this.#closed) return;
    // However full it is, the first job of a session waits where those of all servers do.
    const mayBe = (session: string) =>
      this.#out.size < FOR_EACH * this.#threads || this.#outOf(session) === 0;
    for (let begun = this.#lines.next(mayBe); begun; begun = this.#lines.next(mayBe)) this.#letOut(begun);
    if (this.#lines.empty) this.#lines.rest();
  }

  #letOut(begun: Begun): void {
    const priority = this.#outOf(begun.job.session) + 1;
    const out: Out = {
      ...begun,
      priority,
      id: null,
      packed: null,
      placed: null,
      runs: false,
      busy: false,
      stale: false,
    };
    this.#out.set(begun.job, out);
    void this.#while(out, () => this.#put(out));
  }

  /** One thing at a time is done about a job; what fails is tried again at the next look. */
  async #while(out: Out, step: () => Promise<void>): Promise<void> {
    if (this.#closed) return;
    if (out.busy) {
      out.stale = true;
      return;
    }
    out.busy = true;
    out.stale = false;
    try {
      await step();
    } catch (error) {
      if (!this.#closed) this.told.away(error);
    } finally {
      out.busy = false;
    }
    if (out.job.dropped) await out.placed?.remove().catch(() => undefined);
    else if (out.stale && this.#out.get(out.job) === out) await this.#lookAt(out);
  }

  async #put(out: Out): Promise<void> {
    const packed = (out.packed ??= await pack(out.work.request));
    const id = (out.id ??= idOf(out.job, packed));
    if (out.job.dropped) return;
    this.#ids.set(id, out);
    out.placed = await this.queue.put(id, packed.text, out.priority);
  }

  #lookAt(out: Out, place = out.priority): Promise<void> {
    return this.#while(out, async () => {
      if (!out.placed) return this.#put(out);
      await this.#follow(out, out.placed, await out.placed.look(), place);
    });
  }

  async #follow(out: Out, placed: Placed, seen: Seen, place: number): Promise<void> {
    out.runs = seen.is === 'running';
    switch (seen.is) {
      case 'running':
        return;
      case 'waiting':
        if (place >= out.priority) return;
        out.priority = place;
        return placed.setPriority(place);
      case 'gone':
        return this.#put(out);
      case 'done':
      case 'lost':
      case 'failed':
        await placed.remove();
        return this.#ended(out, seen);
    }
  }

  #ended(out: Out, seen: Seen): void {
    const { job, work } = out;
    const result =
      seen.is === 'done' && isOurs(seen.result) && work.isSound(seen.result) ? seen.result : null;
    if (result === null) this.onFailed(new Error(`a job in the queue has ended as ${seen.is}`));
    this.#out.delete(job);
    if (out.id !== null) this.#ids.delete(out.id);
    if (job.dropped) return;
    if (seen.is === 'failed') job.failed();
    if (seen.is === 'failed' || job.tried(result)) this.#lines.over(job);
    else this.#lines.again(job);
    this.#pump();
  }

  async #dropped(job: Job): Promise<void> {
    const out = this.#out.get(job);
    if (!out) return;
    this.#out.delete(job);
    if (out.id !== null) this.#ids.delete(out.id);
    if (!out.busy) await out.placed?.remove().catch(() => undefined);
    this.#pump();
  }
}

/** Whether it is a result of the core that this server has: another one's bits are not what its class is judged by. */
const isOurs = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'core' in result && result.core === CORE;
