import type { RunningSession, SessionKey, SessionLog } from '../../storage/log/port';
import { LogAway } from './away';
import { Once } from './once';

export interface ArrivingPorts<Room> {
  readonly log: Pick<SessionLog, 'find'>;
  /** Whether a session was put aside since this server started. */
  readonly isAside: (session: string) => boolean;
  readonly here: (session: string) => Room | null;
  /** Null: it was put aside, or has ended meanwhile. Rejects with LogAway if another server has it. */
  readonly load: (found: RunningSession) => Promise<Room | null>;
  /** Told why the log cannot be asked, once until it can be again. */
  readonly onAway: (error: unknown) => void;
}

/** Finds and loads sessions when somebody comes for them: once for all who ask meanwhile, by code or by id. */
export class Arriving<Room> {
  readonly #finding = new Once<Room | null>();
  readonly #loading = new Once<Room | null>();
  #away = false;

  constructor(private readonly ports: ArrivingPorts<Room>) {}

  /** Null: no such session runs, or it was put aside. Rejects with LogAway. */
  come(key: SessionKey): Promise<Room | null> {
    return this.#asked(() => this.#finding.ask(JSON.stringify(key), () => this.#find(key)));
  }

  /** The one that runs, which is not loaded for it. Rejects with LogAway. */
  find(key: SessionKey): Promise<RunningSession | null> {
    return this.#asked(() => this.ports.log.find(key));
  }

  /** Resolves once nothing is being loaded. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#loading.all());
  }

  async #asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await ask();
      this.#away = false;
      return answer;
    } catch (error) {
      // Somebody has it, and the log has answered.
      if (error instanceof LogAway) throw error;
      if (!this.#away) this.ports.onAway(error);
      this.#away = true;
      throw new LogAway(error);
    }
  }

  async #find(key: SessionKey): Promise<Room | null> {
    const { log, isAside, here, load } = this.ports;
    const found = await log.find(key);
    if (!found || isAside(found.session)) return null;
    return here(found.session) ?? this.#loading.ask(found.session, () => load(found));
  }
}
