import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that nobody needed for so long is given back, ms. */
const IDLE = 60_000;
/** Characters that are kept of what it says while it dies. */
const LAST_WORDS = 20_000;

/** A process was ended because it took longer, or more memory, than it may. */
export class Overdone extends Error {}

interface Asked {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (why: Error) => void;
}

/** It needs nothing of what this process was told; Windows starts none without this. */
function environment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

/** What it died of, by what it said. Only the lines of its stack are kept: anything else could quote a teacher's file. */
function deathOf(code: number | null, signal: NodeJS.Signals | null, said: string): Error {
  if (/heap out of memory|Reached heap limit/i.test(said)) return new Overdone('out of memory');
  const error = new Error(`the process ended with ${code ?? signal}`);
  const frames = said.split('\n').filter((line) => /^\s+at /.test(line));
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
  return error;
}

/**
 * One process that does one request after the other. Not a thread: one that runs out of memory inside of a regular
 * expression or a parser of JSON takes its whole process along. It may read files and nothing else, and whatever goes wrong
 * in it ends it, so that no request meets what another one broke.
 */
export class JobProcess {
  #child: ChildProcess | null = null;
  #asked: Asked | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `script`: what it runs. One whose heap grows beyond `memory` MB ends. */
  constructor(
    private readonly script: URL,
    private readonly memory: number,
  ) {}

  /** What it answers. Rejects if it ends; with Overdone if it has not answered in `patience` ms, or ran out of memory. */
  run(request: object, patience: number): Promise<unknown> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve, reject) => {
      const asked = (this.#asked = { resolve, reject });
      const late = () => {
        if (this.#asked === asked)
          this.#lost(child, new Overdone(`a request was not done in ${patience} ms`));
      };
      // After a computer slept, the timer is due before an answer that has arrived is read: that one goes first.
      this.#in(patience, () => setImmediate(late));
      child.ref();
      child.channel?.ref();
      try {
        child.send(request, (error) => error && this.#lost(child, error));
      } catch (error) {
        // It cannot be written down, and the process knows nothing of it.
        this.#idle(child);
        this.#take()?.reject(error as Error);
      }
    });
  }

  /** Ends the process; a request that is under way never gets an answer. The next request starts a new one. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    const child = this.#child;
    this.#child = this.#asked = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // Who ends it waits until it has ended.
    child.ref();
    child.kill('SIGKILL');
    await ended;
  }

  #start(): ChildProcess {
    const child = fork(fileURLToPath(this.script), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.memory}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
      env: environment(),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (said = (said + text).slice(0, LAST_WORDS)));
    child.on('message', (answer: unknown) => this.#answered(child, answer));
    child.on('error', (error) => this.#lost(child, error));
    child.on('close', (code, signal) => this.#lost(child, deathOf(code, signal, said)));
    return child;
  }

  #answered(child: ChildProcess, answer: unknown): void {
    if (child !== this.#child) return;
    this.#idle(child);
    this.#take()?.resolve(answer);
  }

  #idle(child: ChildProcess): void {
    this.#in(IDLE, () => void this.end());
    // This process may end while the other one only waits.
    child.unref();
    child.channel?.unref();
  }

  #lost(child: ChildProcess, why: Error): void {
    if (child !== this.#child) return;
    const asked = this.#take();
    void this.end();
    asked?.reject(why);
  }

  #take(): Asked | null {
    const asked = this.#asked;
    this.#asked = null;
    return asked;
  }

  #in(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
    this.#timer.unref();
  }
}
