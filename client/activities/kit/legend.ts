/**
 * A mark of the visual language: the two classes, whose line it is, on which `side` it fires, and how many coincide
 * `here`; for what has one place in a picture a dot, a ring, a ring around a dot for the first of all, a dashed ring for
 * what is not there yet. `guess` is what one guessed oneself, `guesses` what others did. `astray` is what one's own line gets wrong.
 * `aim` is a line to be reached or passed, `mean` the class's mean line.
 */
export type Look =
  | 'one'
  | 'zero'
  | 'you'
  | 'ghost'
  | 'best'
  | 'mean'
  | 'others'
  | 'side'
  | 'here'
  | 'aim'
  | 'dot'
  | 'ring'
  | 'first'
  | 'coming'
  | 'guess'
  | 'guesses'
  | 'astray';

export interface LegendItem {
  readonly look: Look;
  readonly words: string;
}
