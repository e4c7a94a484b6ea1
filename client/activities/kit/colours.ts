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
 * Reads them off a canvas; once for each theme, since reading makes the browser settle its styles. What a reader's own
 * palette calls `CanvasText` is a colour only as the style of an element: a pen takes it for that of another palette.
 * A pen tells every colour as #rrggbb.
 */
export function coloursOf(canvas: HTMLCanvasElement): Colours {
  const { style } = canvas;
  const pen = canvas.getContext('2d');
  style.setProperty('forced-color-adjust', 'none');
  const read = (name: keyof Colours) => {
    style.color = `var(${variables[name]})`;
    const { color } = getComputedStyle(canvas);
    if (!pen) return color;
    pen.fillStyle = color;
    return pen.fillStyle;
  };
  const colours = {
    one: read('one'),
    zero: read('zero'),
    you: read('you'),
    ink: read('ink'),
    soft: read('soft'),
    line: read('line'),
    paper: read('paper'),
  };
  style.color = '';
  return colours;
}

/** A colour #rrggbb as three numbers from 0 to 255. */
export function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
