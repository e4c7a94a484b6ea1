import type { Window } from './window';

/** Resolves once nothing moves any more. */
const STILL = 'Promise.allSettled(document.getAnimations().map((move) => move.finished)).then(() => null)';

/** By how much the page is wider than its window, px. */
const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** What was found wrong, and the looking for it. */
export interface Findings {
  readonly all: readonly string[];
  readonly add: (...wrong: readonly string[]) => void;
  /** Adds what was found unless it holds. */
  readonly holds: (it: boolean, otherwise: string) => void;
  /** Takes a picture of a window once nothing moves; no page may be wider than its window. */
  readonly look: (window: Window, name: string) => Promise<void>;
}

/** Pictures go to a folder. */
export function findings(folder: string): Findings {
  const all: string[] = [];
  return {
    all,
    add: (...wrong) => void all.push(...wrong),
    holds: (it, otherwise) => void (it || all.push(otherwise)),
    look: async (window, name) => {
      await window.run(STILL);
      await window.picture(`${folder}/${name}.png`);
      const wider = await window.run<number>(TOO_WIDE);
      if (wider > 0) all.push(`${name} is ${wider} px wider than its window`);
    },
  };
}

/** Whether a canvas or a drawing that a selector finds, and that is at least so high in px, has something on it. */
export const isDrawn = (window: Window, css: string, least = 40): Promise<boolean> =>
  window.run(`[...document.querySelectorAll(${JSON.stringify(css)})].some((drawn) => {
    const { width, height } = drawn.getBoundingClientRect();
    if (width < 100 || height < ${least}) return false;
    if (!(drawn instanceof HTMLCanvasElement)) return drawn.childElementCount > 0;
    const { data } = drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height);
    return new Set(new Uint32Array(data.buffer)).size > 1;
  })`);
