import type { Kept as Answered } from '#shared/lessons/api';
import type { ErrorCode } from '#shared/errors';
import type { Problem } from '#shared/problems';
import type { Result } from '#shared/result';
import type { Kept } from '../../live/kept';
import type { LessonDraft } from './document/draft';
import { faultsOf, type Fault } from './faults';
import { forgetUnsaved, keepUnsaved } from './unsaved';

/** After the last change it is saved, ms; and however long somebody types on, this long after the first one. */
export const CALM = 1_000;
const LONGEST = 5_000;

/** Between two attempts while the server cannot be reached, ms. */
export const AGAIN = 4_000;

/** Where a lesson is kept: the server, and meanwhile this browser. */
export interface SavingPorts {
  readonly put: (
    document: LessonDraft,
    from: number,
    leaving: boolean,
  ) => Promise<Result<Answered, ErrorCode>>;
  readonly kept: Kept;
  /** Under this name it is kept here: another tab has another one. */
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** It was saved: other tabs are told. */
  readonly onsaved: (number: number) => void;
}

/** `kept`: the server cannot be reached, and it is kept here. `refused`: it answered, and would not have it. */
export type SavingState = 'saved' | 'waiting' | 'saving' | 'kept' | 'refused';

/** What the server had when the page was opened. */
interface Opened {
  readonly id: string;
  readonly number: number;
  readonly savedAt: string;
  readonly document: LessonDraft;
  readonly problems: readonly Problem[];
}

/** Saves a document a second after its last change, each time on top of the version before. */
export class Saving {
  state = $state<SavingState>('saved');
  /** Of the newest version that is ours. */
  number = $state(0);
  savedAt = $state('');
  faults = $state.raw<readonly Fault[]>([]);
  refusal = $state<ErrorCode | null>(null);
  /** Somebody has saved a newer version: nothing is saved until it is decided which one goes on. */
  stopped = $state(false);

  readonly #ports: SavingPorts;
  readonly #id: string;
  /** Null: whatever the server has, it is not what goes on. */
  #saved: LessonDraft | null;
  #document: LessonDraft;
  #since: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #going: Promise<void> | null = null;
  #closed = false;

  constructor({ id, number, savedAt, document, problems }: Opened, ports: SavingPorts) {
    [this.#id, this.#ports, this.number, this.savedAt] = [id, ports, number, savedAt];
    [this.#saved, this.#document] = [document, document];
    this.faults = faultsOf(problems, document);
  }

  /** Whether the server has all of it. */
  get done(): boolean {
    return this.#document === this.#saved;
  }

  /** Why the server does not have what stands on the page, or has something newer; null: it has it. */
  get trouble(): ErrorCode | null {
    if (this.stopped) return 'lesson-changed';
    return this.done ? null : (this.refusal ?? 'server-failed');
  }

  /** The page is left. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The document as it is from now on. */
  note(document: LessonDraft): void {
    this.#document = document;
    this.#keep();
    if (this.stopped) return;
    if (this.done) return this.#rest();
    const now = this.#ports.now();
    this.#since ??= now;
    if (!this.#going) this.state = 'waiting';
    this.#wait(Math.max(0, Math.min(CALM, this.#since + LONGEST - now)));
  }

  /** Saves what is not saved, now; ends once it is, or could not be. */
  async flush(leaving = false): Promise<void> {
    this.#stopTimer();
    while (this.#going) await this.#going;
    if (this.done || this.stopped) return;
    this.#going = this.#save(leaving);
    await this.#going;
    this.#going = null;
    // What was changed meanwhile comes next.
    if (!this.done && this.state === 'saved') this.note(this.#document);
  }

  /** Another version is newer, and goes on: what is here is made from it from now on. */
  follow(number: number, savedAt: string, problems: readonly Problem[], document: LessonDraft): void {
    [this.number, this.savedAt, this.stopped] = [number, savedAt, false];
    [this.#saved, this.#document] = [document, document];
    [this.state, this.#since] = ['saved', null];
    this.faults = faultsOf(problems, document);
    forgetUnsaved(this.#ports.kept, this.#id, this.#ports.tab);
  }

  /** Another version is newer, and ours goes on top of it. */
  async overtake(number: number): Promise<void> {
    [this.number, this.stopped, this.#saved] = [number, false, null];
    this.#keep();
    await this.flush();
  }

  /** The page is left: what is not saved goes out once more, and nothing after it. Ends once it is, or could not be. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.flush(true);
    this.#stopTimer();
  }

  /** What was changed was taken back before it was saved. */
  #rest(): void {
    this.#stopTimer();
    this.#since = null;
    if (!this.#going) this.state = 'saved';
  }

  async #save(leaving: boolean): Promise<void> {
    const document = this.#document;
    [this.state, this.#since] = ['saving', null];
    const answer = await this.#ports.put(document, this.number, leaving);
    if (answer.ok) this.#took(document, answer.value);
    else this.#lost(answer.error);
  }

  #took(document: LessonDraft, { number, savedAt, problems }: Answered): void {
    [this.#saved, this.number, this.savedAt, this.refusal] = [document, number, savedAt, null];
    this.state = 'saved';
    this.faults = faultsOf(problems, document);
    this.#keep();
    this.#ports.onsaved(number);
  }

  #lost(code: ErrorCode): void {
    this.refusal = code;
    if (code === 'lesson-changed') [this.stopped, this.state] = [true, 'kept'];
    else if (UNREACHABLE.has(code)) {
      this.state = 'kept';
      this.#wait(AGAIN);
    } else this.state = 'refused';
  }

  /** What the server does not have is kept here. */
  #keep(): void {
    const { kept, now, tab } = this.#ports;
    if (this.done) forgetUnsaved(kept, this.#id, tab);
    else {
      const at = now();
      keepUnsaved(kept, this.#id, tab, { document: this.#document, from: this.number, at });
    }
  }

  #wait(ms: number): void {
    this.#stopTimer();
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** It may be there again in a moment. */
const UNREACHABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...([
    'server-unreachable',
    'server-failed',
    'storage-failed',
    'server-moved',
    'server-stopping',
    'signed-out',
    'too-fast',
  ] as const),
]);
