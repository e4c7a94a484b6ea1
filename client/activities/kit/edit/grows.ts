import type { Attachment } from 'svelte/attachments';

/** A field that is as high as what is written in it, in browsers whose styles cannot say so. */
export const grows: Attachment<HTMLTextAreaElement> = (field) => {
  const fit = () => {
    field.style.height = 'auto';
    // Its border is not part of what it scrolls.
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  };
  fit();
  field.addEventListener('input', fit);
  const watch = new ResizeObserver(([entry]) => {
    if (entry && entry.contentRect.width !== width) {
      width = entry.contentRect.width;
      fit();
    }
  });
  let width = field.clientWidth;
  watch.observe(field);
  return () => {
    field.removeEventListener('input', fit);
    watch.disconnect();
  };
};
