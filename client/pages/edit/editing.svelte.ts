import type { OwnLesson } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { kept } from '../../live/kept';
import { account } from '../teach/account.svelte';
import { lessonOf, save, versionOf } from './asking';
import type { LessonDraft } from './document/draft';
import { Saving } from './saving.svelte';
import { Sending } from './sending';
import { Seeing } from './seeing.svelte';
import { tabsOf } from './tabs';
import { asideOf, forgetUnsaved, isSame, keepUnsaved, unsavedOf, type Unsaved } from './unsaved';
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
  found = $state.raw<Unsaved | null>(null);

  readonly #tabs: ReturnType<typeof tabsOf>;
  readonly #sending: Sending;

  constructor(own: OwnLesson) {
    const { id, number, savedAt, problems } = own;
    const document = own.document as LessonDraft;
    this.id = id;
    this.#tabs = tabsOf(id, {
      onother: () => (this.other = true),
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
        ...{ kept, now: Date.now, onsaved: (saved) => this.#tabs.saved(saved) },
      },
    );
    this.writing = new Writing(document, (changed) => this.saving.note(changed));
    this.#find(document);
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
    this.dropFound();
  }

  dropFound(): void {
    this.found = null;
    forgetUnsaved(kept, asideOf(this.id));
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
    void this.saving.close().finally(() => this.#tabs.close());
  }

  async #put(sent: LessonDraft, from: number, leaving: boolean): ReturnType<typeof save> {
    const answer = await this.#sending.put(sent, from, leaving);
    if (!answer.ok && answer.error === 'signed-out' && !this.saving.closed) account.expire();
    return answer;
  }

  async #hear(number: number): Promise<void> {
    this.other = true;
    if (number <= this.saving.number) return;
    const answer = await lessonOf(this.id);
    // Without an answer nothing is decided: whoever saves next is told by the server.
    if (!answer.ok || answer.value.number <= this.saving.number) return;
    this.saving.stopped = true;
    this.newer = answer.value;
  }

  #find(document: LessonDraft): void {
    const aside = asideOf(this.id);
    const unsaved = unsavedOf(kept, this.id) ?? unsavedOf(kept, aside);
    forgetUnsaved(kept, this.id);
    if (unsaved && !isSame(unsaved.document, document)) {
      this.found = unsaved;
      keepUnsaved(kept, aside, unsaved);
    } else forgetUnsaved(kept, aside);
  }
}
