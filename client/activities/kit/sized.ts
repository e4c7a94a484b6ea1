import type { Attachment } from 'svelte/attachments';
import type { Room } from './dots';

/** Tells how large a box is, px, and again whenever that changes; it is watched, never asked for. */
export const sized =
  (tell: (room: Room) => void): Attachment<HTMLElement> =>
  (box) => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry) tell({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(box);
    return () => watch.disconnect();
  };
