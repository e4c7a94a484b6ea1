import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Clock } from '../live/clock';
import { Thread } from '../storage/log/thread';
import type { AnswerTo, LookCall, LookReply, Question } from './questions';
import { OneAtATime } from '../one-at-a-time';

/** The thread ends once nobody has looked back for so long, ms: a class that plays needs its memory more. */
const IDLE = 60_000;

/** Who asks, where it is no matter which teacher. */
const TEACHERS = 'teachers';

type Looked = Result<AnswerTo<Question>, ErrorCode>;
type Reader = Thread<LookCall, LookReply>;

/**
 * Answers questions about past sessions on a thread of its own: reading and folding a whole log takes as long as it
 * takes, and no class waits for it. It is asked one thing at a time; the same question of many is asked once.
 */
export class Archive {
  private reader: Promise<Reader> | null = null;
  private rest: (() => void) | null = null;
  private readonly turns = new OneAtATime();
  /** What is being asked, by session and question. */
  private readonly asked = new Map<string, Promise<Looked>>();

  constructor(
    private readonly script: URL,
    /** The log's file, or the address of the database. */
    private readonly source: string,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer as it goes to the browser. Refuses with the codes of the question, `storage-failed`, or `too-fast` where
   * too much of `asker`, which is a network or all teachers together, waits already.
   */
  async look<Asked extends Question>(
    session: string,
    question: Asked,
    asker = TEACHERS,
  ): Promise<Result<AnswerTo<Asked>, ErrorCode>> {
    const key = `${session} ${JSON.stringify(question)}`;
    const asking = this.asked.get(key) ?? this.begin(key, asker, () => this.ask(session, question));
    // The library answers each question with what belongs to it.
    return (await asking) as Result<AnswerTo<Asked>, ErrorCode>;
  }

  private begin(key: string, asker: string, ask: () => Promise<Looked>): Promise<Looked> {
    const asking = this.turns.take(asker, ask);
    if (asking === null) return Promise.resolve(err('too-fast'));
    this.asked.set(key, asking);
    void asking.finally(() => this.asked.get(key) === asking && this.asked.delete(key));
    return asking;
  }

  private async ask(session: string, question: Question): Promise<Looked> {
    try {
      const { body, code } = await (await this.awake()).ask({ session, question });
      return body === null ? err(code ?? 'server-failed') : ok(body);
    } catch {
      this.reader = null;
      return err('storage-failed');
    }
  }

  /** Something of the session was erased: nothing of it stays in memory once this resolves. */
  async forget(session: string): Promise<void> {
    // Who asks from now on is not answered with what was read before.
    for (const key of this.asked.keys()) if (key.startsWith(`${session} `)) this.asked.delete(key);
    const reader = await this.reader?.catch(() => null);
    await reader?.ask({ session, forget: true }).catch(() => null);
  }

  /** Something may have been erased that nobody has told of: nothing that was read before is told any more. */
  async forgetAll(): Promise<void> {
    this.asked.clear();
    await this.close();
  }

  async close(): Promise<void> {
    this.rest?.();
    const reader = await this.reader?.catch(() => null);
    this.reader = null;
    await reader?.close();
  }

  private awake(): Promise<Reader> {
    this.rest?.();
    this.rest = this.clock.after(IDLE, () => void this.close());
    return (this.reader ??= Thread.start<LookCall, LookReply>(this.script, this.source));
  }
}
