import type { Locale } from '../text';

/** Paper for bright rooms, night for dark halls. */
export const themes = ['paper', 'night'] as const;
export type Theme = (typeof themes)[number];

/** What the projector is shown in. */
export interface Look {
  readonly language: Locale;
  readonly theme: Theme;
  /** It changes with the desk's own language and theme. */
  readonly follows: boolean;
}

export const sameLook = (a: Look | null, b: Look): boolean =>
  a?.language === b.language && a.theme === b.theme && a.follows === b.follows;
