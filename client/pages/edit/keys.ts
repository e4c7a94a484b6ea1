import { toRow } from './moving';
import type { Writing } from './writing.svelte';

/**
 * Ctrl+Z takes back and Ctrl+Shift+Z or Ctrl+Y does again, in whatever field: what is typed is part of the lesson. Escape
 * leads out of a long form, back to the row of its step.
 */
export const keysOf =
  (writing: Writing) =>
  (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey) return;
    const key = event.key.toLowerCase();
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'z' && !again) return;
      event.preventDefault();
      if (again) writing.redo();
      else writing.undo();
    } else if (key === 'escape' && isInForm(event.target)) void toRow(writing);
  };

const isInForm = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('main') !== null;
