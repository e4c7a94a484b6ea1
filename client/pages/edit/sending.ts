import type { Kept, OwnLesson } from '#shared/lessons/api';
import type { ErrorCode } from '#shared/errors';
import { ok, type Result } from '#shared/result';
import type { LessonDraft } from './document/draft';
import { isSame } from './unsaved';

interface SendingPorts {
  readonly save: (document: LessonDraft, from: number, leaving: boolean) => Promise<Result<Kept, ErrorCode>>;
  readonly newest: () => Promise<Result<OwnLesson, ErrorCode>>;
  /** Somebody else's version is on top. */
  readonly onnewer: (newest: OwnLesson) => void;
}

/**
 * Sends a document to the server. A save whose answer was lost on its way may have arrived: when the next one finds a newer
 * version that says what was sent before, it is ours, and nobody else's.
 */
export class Sending {
  readonly #ports: SendingPorts;
  /** Sent, and never answered. */
  #unanswered: LessonDraft[] = [];

  constructor(ports: SendingPorts) {
    this.#ports = ports;
  }

  async put(document: LessonDraft, from: number, leaving: boolean): Promise<Result<Kept, ErrorCode>> {
    const answer = await this.#ports.save(document, from, leaving);
    if (answer.ok) this.#unanswered = [];
    else if (answer.error === 'lesson-changed') return this.#meet(document, answer);
    else this.#unanswered.push(document);
    return answer;
  }

  async #meet(document: LessonDraft, changed: Result<never, ErrorCode>): Promise<Result<Kept, ErrorCode>> {
    const newest = await this.#ports.newest();
    if (!newest.ok) return newest;
    const sent = this.#unanswered.some((one) => isSame(one, newest.value.document));
    if (isSame(newest.value.document, document)) return ok(newest.value);
    if (!sent) {
      this.#ports.onnewer(newest.value);
      return changed;
    }
    this.#unanswered = [];
    return this.put(document, newest.value.number, false);
  }
}
