import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Clock } from '../live/clock';
import { Thread } from '../storage/log/thread';
import type { AnswerTo, LookCall, LookReply, Question } from './questions';

/** The thread ends once nobody has looked back for so long, ms: a class that plays needs its memory more. */
const IDLE = 60_000;

type Reader = Thread<LookCall, LookReply>;

/**
 * Answers questions about past sessions on a thread of its own: reading and folding a whole log takes as long as it
 * takes, and no class waits for it.
 */
export class Archive {
  private reader: Promise<Reader> | null = null;
  private rest: (() => void) | null = null;

  constructor(
    private readonly script: URL,
    private readonly file: string,
    private readonly clock: Clock,
  ) {}

  /** The answer as it goes to the browser. Refuses with the codes of the question, or `storage-failed`. */
  async look<Asked extends Question>(
    session: string,
    question: Asked,
  ): Promise<Result<AnswerTo<Asked>, ErrorCode>> {
    try {
      const { body, code } = await (await this.awake()).ask({ session, question });
      // The library answers each question with what belongs to it.
      return body === null ? err(code ?? 'server-failed') : ok(body as AnswerTo<Asked>);
    } catch {
      this.reader = null;
      return err('storage-failed');
    }
  }

  /** Something of the session was erased: nothing of it stays in memory once this resolves. */
  async forget(session: string): Promise<void> {
    const reader = await this.reader?.catch(() => null);
    await reader?.ask({ session, forget: true }).catch(() => null);
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
    return (this.reader ??= Thread.start<LookCall, LookReply>(this.script, this.file));
  }
}
