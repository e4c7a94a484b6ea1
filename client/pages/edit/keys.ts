import type { Writing } from './writing.svelte';

/** Ctrl+Z takes back and Ctrl+Shift+Z or Ctrl+Y does again, in whatever field: what is typed is part of the lesson. */
export const keysOf =
  (writing: Writing) =>
  (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (key !== 'z' && !again) return;
    event.preventDefault();
    if (again) writing.redo();
    else writing.undo();
  };
