import type { Attachment } from 'svelte/attachments';
import { theme } from '../../ui/theme.svelte';
import { coloursOf, type Colours } from './colours';

/** What a painter is given: sizes in CSS pixels. */
export interface Sheet {
  readonly pen: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly colours: Colours;
}

/** Sharp on a dense screen, but no more pixels than a slow phone can fill. */
const DENSEST = 2;

/**
 * Keeps a canvas painted: again when what `paint` reads changes, when the canvas is resized, and in another theme.
 * Its size is watched, never asked for, so that painting causes no layout.
 */
export function painted(paint: (sheet: Sheet) => void): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let size = $state.raw({ width: 0, height: 0 });
    const watch = new ResizeObserver(([entry]) => {
      if (entry) size = { width: entry.contentRect.width, height: entry.contentRect.height };
    });
    watch.observe(canvas);
    const colours = $derived.by(() => {
      void theme.shown;
      return coloursOf(canvas);
    });
    $effect(() => {
      const { width, height } = size;
      const pen = canvas.getContext('2d');
      if (!pen || width === 0 || height === 0) return;
      const density = Math.min(DENSEST, devicePixelRatio);
      const [across, down] = [Math.round(width * density), Math.round(height * density)];
      if (canvas.width !== across) canvas.width = across;
      if (canvas.height !== down) canvas.height = down;
      pen.setTransform(density, 0, 0, density, 0, 0);
      pen.clearRect(0, 0, width, height);
      paint({ pen, width, height, colours });
    });
    return () => watch.disconnect();
  };
}
