import type { TrainingResult } from '#shared/training/request';
import type { ClassResult } from '#shared/training/together/request';
import type { Asked, AskedClass, Job } from '../job';
import { JobLines, type Begun, type Load } from '../job-lines';
import { patienceWith } from '../patience';
import { reckoning, training, type Work } from '../work';
import { Endings } from './endings';
import { idOf, isOurs, outOf, type Out } from './out';
import { pack } from './packed';
import type { Placed, Seen, SharedQueue } from './shared-queue';

/** So often it is looked how each job fares, ms: a queue may be wiped, and news of it be missed (docs/decisions/0068). */
const LOOK = 500;
/** And how many threads there are. */
const COUNT = 2_000;

/** Jobs that may be in the queue for each thread of all workers: one runs, and one is there when it ends. */
const FOR_EACH = 2;

/** The server's side of the queue: its own lines, out of which it lets as much as workers can begin with. */
export class QueuedJobs {
  readonly #lines: JobLines;
  readonly #out = new Map<Job, Out>();
  readonly #ids = new Map<string, Out>();
  readonly #endings: Endings;
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
    this.#endings = new Endings(queue);
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
    await this.#endings.look().catch(this.told.away);
    this.#looking = false;
  }

  /**
   * Something of a session was erased, or all of it: once it resolves, the queue has none of it. What is still waited for
   * is put there anew, of what is left. Rejects while the queue is away.
   */
  async forget(session: string, what: 'some' | 'all'): Promise<void> {
    const mine = [...this.#out.values()].filter(({ job }) => job.session === session);
    if (what === 'all') this.#lines.forget(session);
    for (const out of mine) out.outdated = true;
    for (const out of mine) await (this.#isOut(out) ? this.#lookAt(out) : out.doing);
    if (mine.some((out) => this.#isOut(out) && out.outdated)) throw new Error('the queue is away');
    for (const id of await this.queue.jobsOf(session)) if (!this.#ids.has(id)) await this.#endings.clear(id);
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
    return [...this.#out.keys()].filter((job) => job.session === session).length;
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
    const out = outOf(begun, this.#outOf(begun.job.session) + 1);
    this.#out.set(begun.job, out);
    void this.#while(out, () => this.#put(out));
  }

  /** One thing at a time is done about a job; what fails is tried again at the next look. */
  #while(out: Out, step: () => Promise<void>): Promise<void> {
    if (this.#closed) return Promise.resolve();
    out.stale = out.doing !== null;
    return (out.doing ??= this.#do(out, step));
  }

  async #do(out: Out, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!this.#closed) this.told.away(error);
    }
    out.doing = null;
    if (out.job.dropped) await out.placed?.remove().catch(() => undefined);
    else if (out.stale && this.#isOut(out)) await this.#lookAt(out);
  }

  async #put(out: Out): Promise<void> {
    const packed = await pack(out.work.request);
    const id = idOf(out.job, packed);
    await this.#called(out, id);
    if (out.job.dropped || out.placed) return;
    this.#endings.spare(id);
    out.placed = await this.queue.put(id, packed.text, out.priority);
  }

  /** What it was called before says what it may not say any more. */
  async #called(out: Out, id: string): Promise<void> {
    if (out.id === id) return;
    if (out.id !== null) {
      await this.#endings.clear(out.id);
      this.#ids.delete(out.id);
      out.placed = null;
      out.runs = false;
    }
    out.id = id;
    if (!out.job.dropped) this.#ids.set(id, out);
  }

  /** Puts a job there as it would be asked for now: what is erased or hidden meanwhile is not in it. */
  async #putAnew(out: Out): Promise<void> {
    out.outdated = false;
    try {
      const work = this.#lines.workOf(out.job);
      if (work) out.work = work;
      await (work ? this.#put(out) : this.#refused(out));
    } catch (error) {
      out.outdated = true;
      throw error;
    }
  }

  #lookAt(out: Out, place = out.priority): Promise<void> {
    return this.#while(out, async () => {
      // It has ended meanwhile, and would be found gone.
      if (!this.#isOut(out)) return;
      if (!out.placed || out.outdated) return this.#putAnew(out);
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
        out.placed = null;
        return this.#putAnew(out);
      case 'done':
      case 'lost':
      case 'failed':
        await placed.remove();
        return this.#ended(out, seen);
    }
  }

  #ended(out: Out, seen: Seen): void {
    const { job, work } = out;
    const said = seen.is === 'done' ? seen.result : null;
    const result = isOurs(said) && work.isSound(said) ? said : null;
    if (result === null) this.onFailed(new Error(`a job in the queue has ended as ${seen.is}`));
    this.#leave(out);
    if (job.dropped) return;
    if (seen.is === 'failed') job.failed();
    if (seen.is === 'failed' || job.tried(result)) this.#lines.over(job);
    else this.#lines.again(job);
    this.#pump();
  }

  async #dropped(job: Job): Promise<void> {
    const out = this.#out.get(job);
    if (!out) return;
    this.#leave(out);
    if (!out.doing) await out.placed?.remove().catch(() => undefined);
    this.#pump();
  }

  /** It has failed: nobody may be asked for it any more. */
  async #refused(out: Out): Promise<void> {
    if (out.id !== null) await this.#endings.clear(out.id);
    this.#leave(out);
    this.#pump();
  }

  readonly #isOut = (out: Out): boolean => this.#out.get(out.job) === out;

  #leave({ job, id }: Out): void {
    this.#out.delete(job);
    if (id !== null) this.#ids.delete(id);
  }
}
