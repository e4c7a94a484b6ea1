import { tick } from 'svelte';
import { nameOf, type Path } from './document/draft';
import type { Writing } from './writing.svelte';

/** A field that is looked for. */
export interface Sought {
  /** Null: the lesson itself. */
  readonly step: string | null;
  /** From the root of the step, or of the lesson. */
  readonly path: Path;
  /** It is to be written in this language. */
  readonly language?: string;
  /** How many in the same part of the form come before it in a list of such: a kind's form knows no paths. */
  readonly before?: number;
}

const OPERABLE = 'input, textarea, select, button';

/** The part of the form that stands nearest to a path: the field itself, or what it lies in. */
function partOf(path: Path): HTMLElement | null {
  for (let length = path.length; length > 0; length--) {
    const name = CSS.escape(nameOf(path.slice(0, length)));
    const found = document.querySelector<HTMLElement>(`main [data-field="${name}"]`);
    if (found) return found;
  }
  return null;
}

const allIn = (part: HTMLElement, selector: string) => [...part.querySelectorAll<HTMLElement>(selector)];

/** Whether a field says that nothing is written there yet. */
const isUnwritten = (field: HTMLElement): boolean =>
  (document.getElementById(`${field.id}-missing`)?.textContent ?? '').trim() !== '';

/** What can be meant: what is not written in the language, else what is marked as wrong, else anything. */
function candidates(part: HTMLElement, language: string | undefined): readonly HTMLElement[] {
  const spoken = language === undefined ? '' : `[lang="${CSS.escape(language)}"]`;
  const unwritten = allIn(part, `:is(input, textarea)${spoken}`).filter(isUnwritten);
  if (language !== undefined) return unwritten;
  const wrong = allIn(part, '[aria-invalid="true"]:is(input, textarea, select)');
  return wrong.length > 0 ? wrong : unwritten;
}

/** Brings the focus to a field of a step, or of the lesson itself. */
export async function toField(writing: Writing, { step, path, language, before = 0 }: Sought): Promise<void> {
  writing.at = step;
  await tick();
  const part = partOf(path);
  if (!part) return;
  const found = candidates(part, language);
  const field = found[Math.min(before, found.length - 1)] ?? part.querySelector<HTMLElement>(OPERABLE);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
