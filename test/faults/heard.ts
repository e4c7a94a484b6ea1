import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import type { Phone } from '../../demo/phone';

/** A time without a line; `back`: when it had been shown everything again, null: never. Times in ms, of one clock. */
export interface Absence {
  readonly broke: number;
  readonly back: number | null;
}

/** How long an answer was on its way, and what came of it, ms. */
export interface Waited {
  readonly step: number;
  readonly sent: number;
  readonly told: number;
  readonly ack: Ack;
}

/** A frame that showed less of the session than one before it. */
export interface Backwards {
  readonly shown: number;
  readonly then: number;
}

type Watched = Pick<Phone, 'seq' | 'upToDate' | 'until'>;

/** What one phone was told and shown besides its answers, and when it was away. */
export class Heard {
  readonly absences: Absence[] = [];
  readonly backwards: Backwards[] = [];
  readonly waits: Waited[] = [];
  /** How often it was given each code, by whatever way. */
  readonly codes = new Map<ErrorCode, number>();
  #seq = 0;
  #broke: number | null = null;
  #begun = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  readonly code = (code: ErrorCode): void => {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
  };

  /** Looks at the phone after everything that happens to it, for as long as it lives. */
  watch(phone: Watched): void {
    void phone.until(() => {
      this.look(phone);
      return false;
    });
  }

  look({ seq, upToDate }: Pick<Watched, 'seq' | 'upToDate'>): void {
    if (seq < this.#seq) this.backwards.push({ shown: this.#seq, then: seq });
    this.#seq = seq;
    if (upToDate) this.#here();
    else if (this.#begun) this.#broke ??= this.now();
  }

  /** Measures how long an answer takes. */
  async wait(step: number, answer: () => Promise<Ack>): Promise<Ack> {
    const sent = this.now();
    const ack = await answer();
    this.waits.push({ step, sent, told: this.now(), ack });
    return ack;
  }

  /** Times without a line, the one that still lasts among them. */
  get away(): readonly Absence[] {
    return this.#broke === null ? this.absences : [...this.absences, { broke: this.#broke, back: null }];
  }

  #here(): void {
    this.#begun = true;
    if (this.#broke === null) return;
    this.absences.push({ broke: this.#broke, back: this.now() });
    this.#broke = null;
  }
}
