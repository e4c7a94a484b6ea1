import type { Attachment } from 'svelte/attachments';

/** Each try is this much smaller, down to this share of the type's own size. */
const STEP = 0.04;
const LEAST = 0.6;

/**
 * Shrinks the type of a box of fixed height until its words fit, for texts longer than a screen was drawn for:
 * a smaller word can be read, one that is cut off cannot.
 */
export const fit: Attachment<HTMLElement> = (box) => {
  const refit = () => {
    box.style.fontSize = '';
    for (let size = 1 - STEP; size >= LEAST && box.scrollHeight > box.clientHeight + 1; size -= STEP) {
      box.style.fontSize = `${size}em`;
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
