import type { OwnLesson } from '#shared/lessons/api';
import type { ErrorCode } from '#shared/errors';
import { kept } from '../../live/kept';
import { account } from '../teach/account.svelte';
import { lessonOf, save, versionOf } from './asking';
import type { LessonDraft } from './document/draft';
import { AGAIN, Saving } from './saving.svelte';
import { Sending } from './sending';
import { Seeing } from './seeing.svelte';
import { tabsOf } from './tabs';
import { forgetUnsaved, foundOf, isSame, type Found } from './unsaved';
import { Writing } from './writing.svelte';

/** A lesson that is open in the editor: its document, where it is kept, and what comes from elsewhere meanwhile. */
export class Editing {
  readonly id: string;
  readonly writing: Writing;
  readonly saving: Saving;
  readonly seeing = new Seeing();
  /** The same lesson is open in another tab of this browser. */
  other = $state(false);
  /** A version that somebody else has saved on top of ours. */
  newer = $state.raw<OwnLesson | null>(null);
  /** What this browser had kept, and the server does not have. */
  found = $state.raw<Found | null>(null);

  readonly #tabs: ReturnType<typeof tabsOf>;
  readonly #sending: Sending;
  /** The tabs that were heard of. */
  #open: readonly string[] = [];
  /** The newest version that was heard of. */
  #heard = 0;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(own: OwnLesson) {
    const { id, number, savedAt, problems } = own;
    const document = own.document as LessonDraft;
    this.id = id;
    this.#tabs = tabsOf(id, {
      onother: (tab) => this.#meet(tab),
      onsaved: (saved) => void this.#hear(saved),
    });
    this.#sending = new Sending({
      save: (sent, from, leaving) => save(id, sent, from, leaving),
      newest: () => lessonOf(id),
      onnewer: (newest) => (this.newer = newest),
    });
    this.saving = new Saving(
      { id, number, savedAt, problems, document },
      {
        put: (sent, from, leaving) => this.#put(sent, from, leaving),
        ...{ kept, tab: this.#tabs.tab, now: Date.now, onsaved: (saved) => this.#tabs.saved(saved) },
      },
    );
    this.writing = new Writing(document, (changed) => this.saving.note(changed));
    this.#find();
  }

  /** Goes on with the version that somebody else has saved; ours can be had back by undoing. */
  take(): void {
    if (!this.newer) return;
    const { document, number, savedAt, problems } = this.newer;
    this.writing.change(document as LessonDraft);
    this.saving.follow(number, savedAt, problems, document as LessonDraft);
    this.newer = null;
  }

  /** Ours goes on, on top of the other one, which stays among the versions. */
  async keepMine(): Promise<void> {
    if (!this.newer) return;
    const { number } = this.newer;
    this.newer = null;
    await this.saving.overtake(number);
  }

  takeFound(): void {
    if (!this.found) return;
    this.writing.change(this.found.document as LessonDraft);
    this.#decided(this.found);
  }

  /** Goes on without; redoing brings it, until something else is written. */
  dropFound(): void {
    if (!this.found) return;
    const { at } = this.writing;
    this.writing.change(this.found.document as LessonDraft);
    this.writing.undo();
    this.writing.at = at;
    this.#decided(this.found);
  }

  /** An earlier version again, as a change that can be undone; answers why it could not be had, or null. */
  async goBackTo(number: number): Promise<ErrorCode | null> {
    const answer = await versionOf(this.id, number);
    if (!answer.ok) return answer.error;
    this.writing.change(answer.value.document as LessonDraft);
    return null;
  }

  /** The page is left: what is not saved goes out, and stays here too until it has arrived. */
  leave(): void {
    void this.saving.flush(true);
  }

  close(): void {
    this.seeing.stop();
    clearTimeout(this.#again);
    void this.saving.close().finally(() => this.#tabs.close());
  }

  async #put(sent: LessonDraft, from: number, leaving: boolean): ReturnType<typeof save> {
    const answer = await this.#sending.put(sent, from, leaving);
    if (!answer.ok && answer.error === 'signed-out' && !this.saving.closed) account.expire();
    return answer;
  }

  async #hear(number: number): Promise<void> {
    this.other = true;
    this.#heard = Math.max(this.#heard, number);
    await this.#lookUp();
  }

  /** What another tab has saved. Without an answer nothing is decided, and it is asked for again. */
  async #lookUp(): Promise<void> {
    clearTimeout(this.#again);
    if (this.#heard <= this.saving.number || this.saving.closed) return;
    const answer = await lessonOf(this.id);
    if (!answer.ok) {
      this.#again = setTimeout(() => void this.#lookUp(), AGAIN);
      return;
    }
    if (answer.value.number <= this.saving.number) return;
    this.saving.stopped = true;
    this.newer = answer.value;
  }

  /** A tab that is open has what it kept in its own hands. */
  #meet(tab: string): void {
    this.other = true;
    this.#open = [...this.#open, tab];
    this.#find();
  }

  #decided({ tab }: Found): void {
    forgetUnsaved(kept, this.id, tab);
    this.#find();
  }

  /** What says the same as the page is not worth a question. */
  #find(): void {
    const { document } = this.writing;
    const others = foundOf(kept, this.id).filter(
      ({ tab }) => tab !== this.#tabs.tab && !this.#open.includes(tab),
    );
    for (const { tab } of others.filter((one) => isSame(one.document, document)))
      forgetUnsaved(kept, this.id, tab);
    this.found = others.find((one) => !isSame(one.document, document)) ?? null;
  }
}
