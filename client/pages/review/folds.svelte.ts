import { tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

/** Where a step's story stands in the page, and in an address after '#'. */
export const anchorOf = (step: number): string => `step-${step + 1}`;

/** The step that an address asks for, from 0; null if it asks for none. */
export function stepIn(hash: string): number | null {
  const number = Number(/^#step-(\d{1,3})$/.exec(hash)?.[1] ?? 0);
  return number > 0 ? number - 1 : null;
}

/** Which steps' stories are open; at first none, so that a long lesson is one page. */
export class Folds {
  readonly #open = new SvelteSet<number>();

  isOpen(step: number): boolean {
    return this.#open.has(step);
  }

  areOpen(steps: readonly number[]): boolean {
    return steps.every((step) => this.#open.has(step));
  }

  toggle(step: number): void {
    if (!this.#open.delete(step)) this.#open.add(step);
  }

  /** Opens these, or closes them where all of them are open. */
  toggleAll(steps: readonly number[]): void {
    if (this.areOpen(steps)) this.#open.clear();
    else for (const step of steps) this.#open.add(step);
  }

  /** Opens a step, and goes there. */
  async show(step: number): Promise<void> {
    this.#open.add(step);
    await tick();
    const story = document.getElementById(anchorOf(step));
    story?.scrollIntoView({ block: 'start' });
    story?.querySelector('button')?.focus({ preventScroll: true });
  }
}
