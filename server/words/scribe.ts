import { Worker } from 'node:worker_threads';
import { mayHaveMarks, nothingWritten, stringsIn, type Written } from '#shared/words';

/** What the thread is asked for. */
export interface ToRender {
  readonly texts: readonly string[];
}

/** The HTML of what has marks or formulas in a document. */
export type Render = (document: unknown) => Promise<Written>;

/** A thread that nobody needed for so long is given back, ms. */
const IDLE = 60_000;
/** The thread itself stops before; whoever is still silent then is ended, ms. */
const PATIENCE = 10_000;
/** MB. */
const MEMORY = 128;

/**
 * Renders on a thread of its own, one document after the other: a class that plays waits for no formula. Where nothing has
 * marks there is no thread either. What goes wrong is told to `onBug`, and the texts stay as they are written.
 */
export class Scribe {
  #worker: Worker | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #rest: NodeJS.Timeout | undefined;

  /** `script`: the built thread. */
  constructor(
    private readonly script: URL,
    private readonly onBug: (error: unknown) => void,
  ) {}

  readonly render: Render = (document) => {
    const texts = [...new Set(stringsIn(document))].filter(mayHaveMarks);
    if (texts.length === 0) return Promise.resolve(nothingWritten);
    const turn = this.#turn.then(() => this.#ask({ texts }));
    this.#turn = turn;
    return turn;
  };

  async close(): Promise<void> {
    clearTimeout(this.#rest);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #ask(asked: ToRender): Promise<Written> {
    clearTimeout(this.#rest);
    try {
      const written = await this.#answer((this.#worker ??= this.#start()), asked);
      return Object.keys(written).length > 0 ? written : nothingWritten;
    } catch (error) {
      this.onBug(error);
      await this.close();
      return nothingWritten;
    } finally {
      this.#rest = setTimeout(() => void this.close(), IDLE).unref();
    }
  }

  #start(): Worker {
    const worker = new Worker(this.script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    const gone = () => {
      if (this.#worker === worker) this.#worker = null;
    };
    // Whoever has asked hears of it as well.
    worker.on('error', gone);
    worker.on('exit', gone);
    return worker;
  }

  #answer(worker: Worker, asked: ToRender): Promise<Written> {
    worker.ref();
    return new Promise<Written>((resolve, reject) => {
      const ended = () => reject(new Error('the thread of formulas has ended'));
      const late = setTimeout(() => reject(new Error(`formulas took longer than ${PATIENCE} ms`)), PATIENCE);
      const settled = (then: () => void) => {
        clearTimeout(late);
        worker.off('message', answered).off('error', failed).off('exit', ended);
        worker.unref();
        then();
      };
      const answered = (written: Written) => settled(() => resolve(written));
      const failed = (error: Error) => settled(() => reject(error));
      worker.once('message', answered).once('error', failed).once('exit', ended);
      worker.postMessage(asked);
    });
  }
}
