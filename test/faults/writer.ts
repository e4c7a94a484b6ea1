import type { Kept, OwnLesson } from '#shared/lessons/api';
import type { Answered, Browser } from '../support/browser';
import { pause } from './within';

/** A save that its writer was told of. */
export interface ToldSave {
  readonly number: number;
  readonly words: string;
}

/** Before the next attempt where nobody answers, ms. */
const BREATH = 20;

const PATH = '/api/own-lessons';

/** An editor's tab that saves again and again, and keeps what it has written until it is told that it is saved. */
export class Writer {
  #told: ToldSave[] = [];
  saves = 0;
  /** Attempts that nobody answered, and those that were told that somebody else had saved. */
  broken = 0;
  changed = 0;

  constructor(
    private readonly teacher: Browser,
    readonly lesson: { readonly id: string },
    readonly name: string,
  ) {}

  /** Saves what it writes until `done`, never while `rest` lasts; answers when all it wrote has been told. */
  async write(done: () => boolean, rest: () => Promise<void>): Promise<void> {
    let from = await this.newest();
    for (let count = 1; !done(); count++, await rest())
      from = await this.save(`${this.name}, for the ${count}th time`, from);
  }

  /** What it was told since this was asked last. */
  takeTold(): ToldSave[] {
    const told = this.#told;
    this.#told = [];
    return told;
  }

  /** Makes a new lesson until it is told its id. */
  async create(words: string): Promise<Kept> {
    return (await this.until(() => this.teacher.post(PATH, { document: this.document(words) }))).body as Kept;
  }

  private async save(words: string, base: number): Promise<number> {
    for (let from = base; ; from = await this.newest()) {
      const document = this.document(words);
      const path = `${PATH}/${this.lesson.id}`;
      const { status, body } = await this.until(() => this.teacher.put(path, { document, from }));
      if (status === 200) {
        const { number } = body as Kept;
        this.#told.push({ number, words });
        this.saves++;
        return number;
      }
      this.changed++;
    }
  }

  private async newest(): Promise<number> {
    const { body } = await this.until(() => this.teacher.get(`${PATH}/${this.lesson.id}`));
    return (body as OwnLesson).number;
  }

  private document(words: string): unknown {
    return { ...this.lesson, title: { en: words } };
  }

  /** Asks until somebody answers; throws where that is neither a yes nor that the lesson has changed. */
  private async until(ask: () => Promise<Answered>): Promise<Answered> {
    for (;;) {
      const answer = await ask().catch(() => null);
      if (answer?.status === 200 || answer?.status === 409) return answer;
      // A server that is being killed may still say that it is stopping.
      if (answer !== null && answer.status !== 503)
        throw new Error(`${this.name} was answered ${answer.status}: ${answer.text}`);
      this.broken++;
      await pause(BREATH);
    }
  }
}
