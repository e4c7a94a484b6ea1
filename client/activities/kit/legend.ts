/** A mark of the visual language: the two classes, and whose line it is. */
export type Look = 'one' | 'zero' | 'you' | 'ghost' | 'best' | 'others';

export interface LegendItem {
  readonly look: Look;
  readonly words: string;
}
