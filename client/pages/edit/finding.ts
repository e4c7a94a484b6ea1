import { tick } from 'svelte';
import type { ProblemCode } from '#shared/problems';
import { nameOf } from '../../activities/kit/edit/paths';
import type { Path } from './document/draft';
import type { Writing } from './writing.svelte';

/** A field that is looked for. */
export interface Sought {
  /** Null: the lesson itself. */
  readonly step: string | null;
  /** From the root of the step, or of the lesson. */
  readonly path: Path;
  /** It is to be written in this language. */
  readonly language?: string;
  /** What it lacks. */
  readonly code?: ProblemCode;
}

const OPERABLE = ':is(input, textarea, select, button):not(:disabled)';

const allIn = (part: ParentNode, selector: string) => [...part.querySelectorAll<HTMLElement>(selector)];

/** The part of a form that stands nearest to a path: the field itself, or what it lies in. */
function nearest(parts: readonly HTMLElement[], path: Path): HTMLElement | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = nameOf(path.slice(0, length));
    const found = parts.find((part) => part.dataset.field === name);
    if (found) return found;
  }
  return undefined;
}

const configOfStep = () => document.querySelector<HTMLElement>('[data-config]');

/** A kind's form names its fields from the configuration's root, the rest of the page from the step's or the lesson's. */
function partOf([root, ...inside]: Path): HTMLElement | undefined {
  const config = configOfStep();
  if (root === 'config' && config) return nearest(allIn(config, '[data-field]'), inside) ?? config;
  const parts = allIn(document, '[data-field]').filter((part) => !config?.contains(part));
  return root === undefined ? undefined : nearest(parts, [root, ...inside]);
}

/** Whether a field says that nothing is written there yet. */
const isUnwritten = (field: HTMLElement): boolean =>
  (document.getElementById(`${field.id}-missing`)?.textContent ?? '').trim() !== '';

/** What can be meant: what adds a row to a list that is too short, what is not written, what is marked as wrong, anything. */
function fieldIn(part: HTMLElement, { code, language }: Sought): HTMLElement | undefined {
  const spoken = language === undefined ? '' : `[lang="${CSS.escape(language)}"]`;
  return [
    ...(code === 'too-few' ? allIn(part, ':scope > .add:not(:disabled)') : []),
    ...allIn(part, `:is(input, textarea)${spoken}`).filter(isUnwritten),
    ...allIn(part, '[aria-invalid="true"]:is(input, textarea, select)'),
    ...allIn(part, OPERABLE),
  ][0];
}

/** The form of some kinds is fetched: whoever is led into it waits until it stands there. */
function formIn(config: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const filled = () => config.childElementCount > 0;
    if (filled()) return resolve();
    const watch = new MutationObserver(() => {
      if (!filled()) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(config, { childList: true });
  });
}

/** Brings the focus to a field of a step, or of the lesson itself; where there is none, to the head of the form. */
export async function toField(writing: Writing, sought: Sought): Promise<void> {
  writing.at = sought.step;
  await tick();
  const config = configOfStep();
  if (config && sought.path[0] === 'config') await formIn(config);
  const part = partOf(sought.path);
  const field = part && fieldIn(part, sought);
  const target = field ?? document.querySelector<HTMLElement>('main h1');
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'center' });
}
