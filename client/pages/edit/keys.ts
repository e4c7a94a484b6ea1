import { toRow } from './moving';
import type { Writing } from './writing.svelte';

/**
 * Ctrl+Z takes back and Ctrl+Shift+Z or Ctrl+Y does again, in whatever field: what is typed is part of the lesson. Where it
 * is not (`data-own-undo`), and in a dialog, the browser undoes what was typed. Escape leads out of a long form, back to the row of its step.
 */
export const keysOf =
  (writing: Writing) =>
  (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey) return;
    const key = event.key.toLowerCase();
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (event.ctrlKey || event.metaKey) {
      if ((key !== 'z' && !again) || isIn(event.target, APART)) return;
      event.preventDefault();
      if (again) writing.redo();
      else writing.undo();
    } else if (key === 'escape' && isIn(event.target, 'main')) void toRow(writing);
  };

const APART = '[data-own-undo], [role="dialog"], [role="alertdialog"]';

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;
