import type { ErrorCode } from '#shared/errors';
import type { Booklet, Sheet } from '#shared/lessons/paper';
import { account } from '../teach/account.svelte';
import { api } from '../teach/api';

/** What is to be printed. */
export type Which = 'booklet' | 'sheet';
export type Printed =
  { readonly which: 'booklet'; readonly paper: Booklet } | { readonly which: 'sheet'; readonly paper: Sheet };

/** A lesson on its way to paper. Its figures are drawn one after the other, so that a long one does not hold the page up. */
export class Printing {
  printed = $state.raw<Printed | null>(null);
  trouble = $state<ErrorCode | null>(null);
  which = $state<Which>('booklet');
  /** So many steps have their figures. */
  #drawn = $state(0);
  readonly #lesson: string;

  constructor(lesson: string) {
    this.#lesson = lesson;
  }

  /** Whether it is the turn of a step's figure, or has been. */
  isDue(step: number): boolean {
    return step <= this.#drawn;
  }

  /** All is there and can be printed. */
  get ready(): boolean {
    return this.printed !== null && this.#drawn >= this.printed.paper.steps.length;
  }

  /** A step's figure stands. */
  stands(step: number): void {
    this.#drawn = Math.max(this.#drawn, step + 1);
  }

  /** Nothing that is right comes with the sheet: it is asked for by itself. */
  async show(which: Which): Promise<void> {
    this.which = which;
    this.trouble = null;
    const printed = await this.#ask(which);
    if (this.which !== which || !printed) return;
    this.#drawn = 0;
    this.printed = printed;
  }

  async #ask(which: Which): Promise<Printed | null> {
    if (which === 'booklet') {
      const paper = await api.booklet(this.#lesson);
      return paper.ok ? { which, paper: paper.value } : this.#refused(paper.error);
    }
    const paper = await api.sheet(this.#lesson);
    return paper.ok ? { which, paper: paper.value } : this.#refused(paper.error);
  }

  #refused(code: ErrorCode): null {
    if (code === 'signed-out') account.expire();
    this.trouble = code;
    return null;
  }
}
