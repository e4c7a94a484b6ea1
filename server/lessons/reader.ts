import type { Lesson } from '#shared/lessons/lesson';
import { outOfBounds } from '#shared/lessons/bounds';
import { err, type Result } from '#shared/result';
import type { Clock } from '../live/clock';
import { Thread } from '../storage/log/thread';
import type { Looked, Problems, ReadCall, Reading, ReadReply } from './reading';

/** The thread ends once nobody has written for so long, ms: a class that plays needs its memory more. */
const IDLE = 60_000;
/** A thread that has not answered for so long is ended, ms; the largest document takes it a second. */
const PATIENCE = 10_000;

type Reads = Thread<ReadCall, ReadReply>;

/**
 * Reads documents on a thread of its own: each race and each table of a lesson is made to see what it tells, which takes
 * ten milliseconds for one and a second for a hundred of them, and an editor saves every few seconds.
 */
export class Reader implements Reading {
  private thread: Promise<Reads> | null = null;
  private rest: (() => void) | null = null;

  /** `script`: the thread's, built. */
  constructor(
    private readonly script: URL,
    private readonly clock: Clock,
  ) {}

  async look(document: unknown): Promise<Looked> {
    const huge = outOfBounds(document);
    if (huge) return { problems: [huge], draftProblems: [huge], face: null };
    return (await this.ask('look', document)).looked as Looked;
  }

  async lesson(document: unknown): Promise<Result<Lesson, Problems>> {
    // What is nested without end cannot even be handed to a thread.
    const huge = outOfBounds(document);
    if (huge) return err([huge]);
    return (await this.ask('lesson', document)).lesson as Result<Lesson, Problems>;
  }

  async close(): Promise<void> {
    this.rest?.();
    const thread = await this.thread?.catch(() => null);
    this.thread = null;
    await thread?.close();
  }

  /** Rejects if the thread has ended, also because it took too long; the next question starts another one. */
  private async ask(ask: ReadCall['ask'], document: unknown): Promise<ReadReply> {
    const thread = this.awake();
    const answered = this.clock.after(
      PATIENCE,
      () => void thread.then((late) => late.end()).catch(() => null),
    );
    try {
      return await (await thread).ask({ ask, document });
    } catch (error) {
      if (this.thread === thread) this.thread = null;
      throw error;
    } finally {
      answered();
    }
  }

  private awake(): Promise<Reads> {
    this.rest?.();
    this.rest = this.clock.after(IDLE, () => void this.close());
    return (this.thread ??= Thread.start<ReadCall, ReadReply>(this.script));
  }
}
