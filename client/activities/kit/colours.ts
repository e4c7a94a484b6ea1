/** The colours of the theme in use, as a canvas wants them. */
export interface Colours {
  readonly one: string;
  readonly zero: string;
  readonly you: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
}

const variables: Readonly<Record<keyof Colours, string>> = {
  one: '--one',
  zero: '--zero',
  you: '--you',
  ink: '--ink',
  soft: '--ink-2',
  line: '--line',
  paper: '--paper',
};

/**
 * Reads them off a canvas; once for each theme, since reading makes the browser settle its styles. A pen takes every
 * colour that a style may have, those of a reader's own palette too, and tells them as #rrggbb.
 */
export function coloursOf(canvas: HTMLCanvasElement): Colours {
  const style = getComputedStyle(canvas);
  const pen = canvas.getContext('2d');
  const read = (name: keyof Colours) => {
    const colour = style.getPropertyValue(variables[name]).trim();
    if (!pen) return colour;
    pen.fillStyle = colour;
    return pen.fillStyle;
  };
  return {
    one: read('one'),
    zero: read('zero'),
    you: read('you'),
    ink: read('ink'),
    soft: read('soft'),
    line: read('line'),
    paper: read('paper'),
  };
}

/** A colour #rrggbb as three numbers from 0 to 255. */
export function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
