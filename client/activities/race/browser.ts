import { openPreview } from '../../workers/open-preview';
import type { PreviewBrowser } from './preview.svelte';

/** 128 random bits from the browser's generator, as a seed is written. */
function newSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a preview needs, from the browser that this page is in. */
export const browser: PreviewBrowser = {
  open: openPreview,
  frame: (call) => void requestAnimationFrame(call),
  now: () => performance.now(),
  seed: newSeed,
};
