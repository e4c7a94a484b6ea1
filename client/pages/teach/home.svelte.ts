import type { LessonCard, RehearsalCard, SessionCard, Started } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Result } from '#shared/result';
import { account } from './account.svelte';
import { api, type Answer } from './api';

/** What stands on the teacher's own page. */
export class Shelf {
  /** Null until the server has told them. */
  lessons = $state.raw<readonly LessonCard[] | null>(null);
  sessions = $state.raw<readonly SessionCard[] | null>(null);
  trouble = $state<ErrorCode | null>(null);
  /** The teacher's own that run. */
  rehearsals = $state.raw<readonly RehearsalCard[]>([]);
  /** The lesson that is being started, or rehearsed. */
  starting = $state<string | null>(null);
  rehearsing = $state<string | null>(null);

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

  /** Keeps a session beyond its time, or no longer. */
  async keep({ id, kept }: SessionCard): Promise<void> {
    const changed = this.#value(await api.keep(id, !kept));
    if (changed) this.sessions = this.sessions?.map((card) => (card.id === id ? changed : card)) ?? null;
  }

  async #begun(asked: Answer<Started>): Promise<string | null> {
    this.trouble = null;
    return this.#value(await asked)?.id ?? null;
  }

  #value<T>(answer: Result<T, ErrorCode>): T | null {
    if (answer.ok) return answer.value;
    if (answer.error === 'signed-out') account.expire();
    else this.trouble = answer.error;
    return null;
  }
}
