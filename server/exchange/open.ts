import type { ErrorCode } from '#shared/errors';
import type { Report } from '#shared/exchange/report';
import { err, ok, type Result } from '#shared/result';
import { OneAtATime } from '../one-at-a-time';
import type { AnswerOf, Ask, AskedOf, Call } from './calls';
import { JobProcess, Overdone } from './job-process';

/** A call may take so long, ms; 1,000 questions are read in one second. */
const PATIENCE = 10_000;
/** A process that wants more memory than this ends, MB: a file of 5 MB, unpacked and as a tree, has 200. */
const MEMORY = 320;
/** Calls of one teacher that wait. */
const MOST_WAITING = 8;

export interface ExchangeOptions {
  /** ms */
  readonly patience?: number;
  /** MB */
  readonly memory?: number;
}

/**
 * Does what may be asked with files and texts of others in a process of its own, which is ended where it takes too long or
 * too much: no class waits for it. One call at a time, teachers in turn.
 */
export class Exchange {
  readonly #process: JobProcess;
  readonly #turns = new OneAtATime(MOST_WAITING);

  constructor(
    script: URL,
    private readonly onBug: (error: unknown) => void,
    private readonly options: ExchangeOptions = {},
  ) {
    this.#process = new JobProcess(script, options.memory ?? MEMORY);
  }

  /** What a file holds. Refuses with `too-fast` who has asked for much already, and with `server-failed`. */
  async read(teacher: string, asked: AskedOf<'read'>): Promise<Result<Report, ErrorCode>> {
    return this.ask(teacher, 'read', asked, ok({ refused: 'took-too-long' }));
  }

  /** The answer of the process, or `overdone` if it was ended because it took too long or too much. */
  async ask<One extends Ask>(
    teacher: string,
    ask: One,
    asked: AskedOf<One>,
    overdone: Result<AnswerOf<One>, ErrorCode>,
  ): Promise<Result<AnswerOf<One>, ErrorCode>> {
    // A call by its name, and what belongs to it.
    const call = { ask, asked } as Call;
    const asking = this.#turns.take(teacher, () => this.#run(call));
    if (asking === null) return err('too-fast');
    try {
      // The process answers each call with what belongs to it.
      return ok((await asking) as AnswerOf<One>);
    } catch (error) {
      if (error instanceof Overdone) return overdone;
      this.onBug(error);
      return err('server-failed');
    }
  }

  close(): Promise<void> {
    return this.#process.end();
  }

  #run(call: Call): Promise<unknown> {
    return this.#process.run(call, this.options.patience ?? PATIENCE);
  }
}

/** `scripts`: the folder of the built scripts. `onBug` hears of what was thrown at a call. */
export const openExchange = (scripts: URL, onBug: (error: unknown) => void): Exchange =>
  new Exchange(new URL('exchange.js', scripts), onBug);
