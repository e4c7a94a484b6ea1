/**
 * A mark of the visual language: the two classes, whose line it is, on which `side` it fires, and how many coincide
 * `here`.
 */
export type Look = 'one' | 'zero' | 'you' | 'ghost' | 'best' | 'others' | 'side' | 'here';

export interface LegendItem {
  readonly look: Look;
  readonly words: string;
}
