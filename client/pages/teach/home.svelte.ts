import type { RehearsalCard, SessionCard, Started } from '#shared/api';
import type { DeletedCard, Kept, LessonCard } from '#shared/lessons/api';
import type { ErrorCode } from '#shared/errors';
import type { Result } from '#shared/result';
import { account } from './account.svelte';
import { api, type Answer } from './api';

/** What stands on the teacher's own page. */
export class Shelf {
  /** Null until the server has told them. */
  lessons = $state.raw<readonly LessonCard[] | null>(null);
  sessions = $state.raw<readonly SessionCard[] | null>(null);
  /** Lessons that were put away and can be taken back; null until somebody asks for them. */
  deleted = $state.raw<readonly DeletedCard[] | null>(null);
  trouble = $state<ErrorCode | null>(null);
  /** The teacher's own that run. */
  rehearsals = $state.raw<readonly RehearsalCard[]>([]);
  /** The lesson that is being started, or rehearsed. */
  starting = $state<string | null>(null);
  rehearsing = $state<string | null>(null);
  /** The lesson that has just been put away. */
  justDeleted = $state.raw<Pick<LessonCard, 'id' | 'title'> | null>(null);

  readonly #open = $derived((this.sessions ?? []).filter((session) => session.endedAt === null));
  readonly running = $derived(this.#open.filter(({ putAside }) => !putAside));
  /** Those that the server cannot read. */
  readonly aside = $derived(this.#open.filter(({ putAside }) => putAside));
  readonly past = $derived((this.sessions ?? []).filter((session) => session.endedAt !== null));

  async load(): Promise<void> {
    this.trouble = null;
    const asked = [api.lessons(), api.sessions(), api.rehearsals()] as const;
    const [lessons, sessions, rehearsals] = await Promise.all(asked);
    this.lessons = this.#value(lessons) ?? this.lessons;
    this.sessions = this.#value(sessions) ?? this.sessions;
    this.rehearsals = this.#value(rehearsals) ?? this.rehearsals;
    if (this.deleted) await this.loadDeleted();
  }

  async loadDeleted(): Promise<void> {
    this.deleted = this.#value(await api.deletedLessons()) ?? this.deleted;
  }

  /** Starts a session of a lesson; answers its id, or null with the trouble told. */
  async start(lesson: string): Promise<string | null> {
    if (this.starting ?? this.rehearsing) return null;
    this.starting = lesson;
    const session = await this.#begun(api.start(lesson));
    this.starting = null;
    return session;
  }

  /** The same with a simulated class, of which nothing is kept. */
  async rehearse(lesson: string): Promise<string | null> {
    if (this.starting ?? this.rehearsing) return null;
    this.rehearsing = lesson;
    const session = await this.#begun(api.rehearse(lesson));
    this.rehearsing = null;
    return session;
  }

  /** Makes a copy of any lesson; answers what was kept of it, or null with the trouble told. */
  async copy(lesson: string): Promise<Kept | null> {
    const kept = await this.#done(api.copyLesson(lesson));
    if (kept) await this.load();
    return kept;
  }

  /** Puts a lesson of one's own away; whether it worked. */
  async remove(lesson: Pick<LessonCard, 'id' | 'title'>): Promise<boolean> {
    const done = (await this.#done(api.deleteLesson(lesson.id))) !== null;
    if (!done) return false;
    this.justDeleted = lesson;
    await this.load();
    return true;
  }

  /** Takes one back; whether it worked. */
  async restore(lesson: string): Promise<boolean> {
    const done = (await this.#done(api.restoreLesson(lesson))) !== null;
    if (!done) return false;
    if (this.justDeleted?.id === lesson) this.justDeleted = null;
    await this.load();
    return true;
  }

  /** Keeps a session beyond its time, or no longer. */
  async keep({ id, kept }: SessionCard): Promise<void> {
    const changed = this.#value(await api.keep(id, !kept));
    if (changed) this.sessions = this.sessions?.map((card) => (card.id === id ? changed : card)) ?? null;
  }

  async #begun(asked: Answer<Started>): Promise<string | null> {
    return (await this.#done(asked))?.id ?? null;
  }

  async #done<T>(asked: Answer<T>): Promise<T | null> {
    this.trouble = null;
    return this.#value(await asked);
  }

  #value<T>(answer: Result<T, ErrorCode>): T | null {
    if (answer.ok) return answer.value;
    if (answer.error === 'signed-out') account.expire();
    else this.trouble = answer.error;
    return null;
  }
}
