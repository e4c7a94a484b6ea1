import type { Attachment } from 'svelte/attachments';

/** Each try is this much smaller, down to this share of the type's own size. */
const STEP = 0.04;
const LEAST = 0.6;

/**
 * Sets the type of a box of fixed height as large as its words fit, from `most` times its own size downwards, for texts
 * shorter or longer than a screen was drawn for: a smaller word can be read, one that is cut off cannot.
 */
export const fitFrom =
  (most: number): Attachment<HTMLElement> =>
  (box) => {
    const refit = () => {
      let size = most;
      const set = () => (box.style.fontSize = size === 1 ? '' : `${size}em`);
      set();
      while (size > LEAST && box.scrollHeight > box.clientHeight + 1) {
        size = Math.max(LEAST, size - STEP);
        set();
      }
    };
    const sizes = new ResizeObserver(refit);
    sizes.observe(box);
    const words = new MutationObserver(refit);
    words.observe(box, { subtree: true, childList: true, characterData: true });
    void document.fonts.ready.then(refit);
    return () => {
      sizes.disconnect();
      words.disconnect();
    };
  };

/** Shrinks the type of a box of fixed height until its words fit. */
export const fit = fitFrom(1);
