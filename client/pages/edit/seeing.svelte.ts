import type { Preview } from '#shared/lessons/api';
import type { LessonDraft } from './document/draft';
import { previewOf } from './asking';

/** After the last change a preview is asked for, ms. */
const CALM = 250;

/** What a class would see of the step that is being written: the last answer stays until the next one is there. */
export class Seeing {
  /** Null before the first one. */
  preview = $state.raw<Preview | null>(null);
  /** Of the step with this id. */
  of = $state<string | null>(null);
  /** The server cannot be reached. */
  away = $state(false);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** Asks for a step of a document, once nobody types any more. Only the answer to the last question counts. */
  look(document: LessonDraft, place: number): void {
    const step = document.steps[place];
    this.stop();
    if (!step) return;
    const number = ++this.#asked;
    const ask = async () => {
      const answer = await previewOf(document, place);
      if (number !== this.#asked) return;
      this.away = !answer.ok;
      if (answer.ok) [this.preview, this.of] = [answer.value, step.id];
    };
    this.#timer = setTimeout(() => void ask(), this.of === step.id ? CALM : 0);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#asked += 1;
  }
}
