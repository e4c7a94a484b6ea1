import type { Attachment } from 'svelte/attachments';
import { MediaQuery } from 'svelte/reactivity';
import { theme } from '../../ui/theme.svelte';
import { coloursOf, type Colours } from './colours';

/** What a painter is given: sizes in CSS pixels. */
export interface Sheet {
  readonly pen: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly colours: Colours;
}

/** A reader's own palette takes the place of a theme's colours, and may be switched on while a page is open. */
const palette = new MediaQuery('(forced-colors: active)');
const dark = new MediaQuery('(prefers-color-scheme: dark)');

/** Sharp on a dense screen, but no more pixels than a slow phone can fill. */
const DENSEST = 2;

/**
 * Keeps a canvas painted: again when what `paint` reads changes, when the canvas is resized, and in other colours.
 * Its size is watched, never asked for, so that painting causes no layout. With `pixels` it has so many a side, and
 * the browser smooths them to whatever size it is shown in.
 */
export function painted(paint: (sheet: Sheet) => void, pixels?: () => number): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let size = $state.raw({ width: 0, height: 0 });
    const watch = new ResizeObserver(([entry]) => {
      if (entry) size = { width: entry.contentRect.width, height: entry.contentRect.height };
    });
    watch.observe(canvas);
    const colours = $derived.by(() => {
      void [theme.shown, palette.current, dark.current];
      return coloursOf(canvas);
    });
    $effect(() => {
      const side = pixels?.();
      const { width, height } = side === undefined ? size : { width: side, height: side };
      const pen = canvas.getContext('2d');
      if (!pen || width === 0 || height === 0) return;
      const density = side === undefined ? Math.min(DENSEST, devicePixelRatio) : 1;
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
