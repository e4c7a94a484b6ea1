import { tick } from 'svelte';
import { nameOf, type Path } from './document/draft';
import type { Writing } from './writing.svelte';

const OPERABLE = 'input, textarea, select, button';

/** The field of the form that stands nearest to a path: itself, or what it lies in. */
function holderOf(path: Path): HTMLElement | null {
  for (let length = path.length; length > 0; length--) {
    const name = CSS.escape(nameOf(path.slice(0, length)));
    const found = document.querySelector<HTMLElement>(`main [data-field="${name}"]`);
    if (found) return found;
  }
  return null;
}

/** What is to be written there: in the language that the path names, else what is marked as wrong, else the first one. */
function fieldIn(holder: HTMLElement, path: Path): HTMLElement | null {
  const language = path.at(-1);
  const spoken =
    typeof language === 'string'
      ? holder.querySelector<HTMLElement>(`[lang="${CSS.escape(language)}"]:is(input, textarea)`)
      : null;
  const wrong = holder.querySelector<HTMLElement>('[aria-invalid="true"]:is(input, textarea, select)');
  return spoken ?? wrong ?? holder.querySelector<HTMLElement>(OPERABLE);
}

/** Brings the focus to a field of a step, or of the lesson itself. */
export async function toField(writing: Writing, step: string | null, path: Path): Promise<void> {
  writing.at = step;
  await tick();
  const holder = holderOf(path);
  const field = holder && fieldIn(holder, path);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
