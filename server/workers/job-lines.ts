import { err, ok, type Result } from '#shared/result';
import { Job, type Asked, type AskedClass } from './job';
import { Turns } from './turns';
import type { Work } from './work';

/** A job whose turn it is, and what it asks for. */
export interface Begun {
  readonly job: Job;
  readonly work: Work;
}

/** What waits for a thread. */
export interface Load {
  readonly waiting: number;
  /** How long ago the oldest of it was asked for, ms; 0: nothing waits. */
  readonly oldest: number;
}

interface Told {
  /** A job was dropped that is in no line any more. */
  readonly onDropped: (job: Job) => void;
  /** A job was refused, because of what it asks for. */
  readonly onRefused: (error: unknown) => void;
}

/**
 * Every job that is asked for, once, however many ask for it, in lines that take turns: sessions, and within a session
 * the devices. A job stays in its lines until somebody takes it out to have it done, and is known until it is over.
 */
export class JobLines {
  readonly #turns = new Turns<Job>();
  /** In the order in which they were asked for. */
  readonly #jobs = new Map<string, Job>();

  constructor(private readonly told: Told) {}

  ask({ session, device, job: name, dropped }: Asked | AskedClass, work: () => Work): Job {
    const key = JSON.stringify([session, name]);
    const known = this.#jobs.get(key);
    const job = known ?? new Job(key, session, work);
    if (!known) dropped?.addEventListener('abort', () => this.#drop(job), { once: true });
    this.#jobs.set(key, job);
    job.devices.add(device);
    if (job.waits) this.#turns.add(session, device, job);
    return job;
  }

  /** Takes out the job whose turn it is, among the sessions that `mayBe` allows; undefined if none waits. */
  next(mayBe?: (session: string) => boolean): Begun | undefined {
    for (let job = this.#turns.next(mayBe); job; job = this.#turns.next(mayBe)) {
      job.waits = false;
      const work = this.workOf(job);
      if (work) return { job, work };
    }
    return undefined;
  }

  /** A job waits for its devices' next turn: it holds up nobody a second time in a row. */
  again(job: Job): void {
    job.waits = true;
    for (const device of job.devices) this.#turns.add(job.session, device, job);
  }

  /** Drops everything that is asked for in a session. */
  forget(session: string): void {
    for (const job of [...this.#jobs.values()]) if (job.session === session) this.#drop(job);
  }

  over(job: Job): void {
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key);
  }

  /** Nothing waits or runs: who was served when is forgotten. */
  rest(): void {
    this.#turns.clear();
  }

  /** Whether nothing is asked for that has not ended. */
  get empty(): boolean {
    return this.#jobs.size === 0;
  }

  load(isRunning: (job: Job) => boolean): Load {
    const waiting = [...this.#jobs.values()].filter((job) => !isRunning(job));
    const [first] = waiting;
    return { waiting: waiting.length, oldest: first ? performance.now() - first.since : 0 };
  }

  /**
   * What a thread may be asked for a job. What may be asked of none has failed at once, and no thread hears of it: a
   * request is the same each time it is made, so another try would be refused as well.
   */
  workOf(job: Job): Work | null {
    const asked = workOf(job);
    if (asked.ok) return asked.value;
    this.told.onRefused(asked.error);
    job.failed();
    // Not at once: other seats may ask for it in the same breath, and are told the same.
    void job.ended.then(() => this.over(job));
    return null;
  }

  #drop(job: Job): void {
    if (this.#jobs.get(job.key) !== job) return;
    this.over(job);
    this.#turns.remove(job);
    job.drop();
    this.told.onDropped(job);
  }
}

/** The error is for the journal. */
function workOf(job: Job): Result<Work, unknown> {
  try {
    return ok(job.work());
  } catch (error) {
    return err(error);
  }
}
