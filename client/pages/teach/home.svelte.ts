import type { LessonCard, SessionCard } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Result } from '#shared/result';
import { account } from './account.svelte';
import { api } from './api';

/** What stands on the teacher's own page. */
export class Shelf {
  /** Null until the server has told them. */
  lessons = $state.raw<readonly LessonCard[] | null>(null);
  sessions = $state.raw<readonly SessionCard[] | null>(null);
  trouble = $state<ErrorCode | null>(null);
  starting = $state<string | null>(null);

  readonly #open = $derived((this.sessions ?? []).filter((session) => session.endedAt === null));
  readonly running = $derived(this.#open.filter(({ putAside }) => !putAside));
  /** Those that the server cannot read. */
  readonly aside = $derived(this.#open.filter(({ putAside }) => putAside));
  readonly past = $derived((this.sessions ?? []).filter((session) => session.endedAt !== null));

  async load(): Promise<void> {
    this.trouble = null;
    const [lessons, sessions] = await Promise.all([api.lessons(), api.sessions()]);
    this.lessons = this.#value(lessons) ?? this.lessons;
    this.sessions = this.#value(sessions) ?? this.sessions;
  }

  /** Starts a session of a lesson; answers its id, or null with the trouble told. */
  async start(lesson: string): Promise<string | null> {
    if (this.starting) return null;
    this.starting = lesson;
    this.trouble = null;
    const started = this.#value(await api.start(lesson));
    this.starting = null;
    return started?.id ?? null;
  }

  /** Keeps a session beyond its time, or no longer. */
  async keep({ id, kept }: SessionCard): Promise<void> {
    const changed = this.#value(await api.keep(id, !kept));
    if (changed) this.sessions = this.sessions?.map((card) => (card.id === id ? changed : card)) ?? null;
  }

  #value<T>(answer: Result<T, ErrorCode>): T | null {
    if (answer.ok) return answer.value;
    if (answer.error === 'signed-out') account.expire();
    else this.trouble = answer.error;
    return null;
  }
}
