import { HELD } from '#shared/activities/line-fit/config';
import { sizeOf } from '#shared/activities/line-fit/line';
import type { View } from '#shared/activities/line-fit/view';
import * as m from '../../i18n/generated/messages.js';
import { kilograms } from './figures';
import { measuredIn } from './measured';

/** What a step's picture shows, in words. */
export function pictureWords(view: View): string {
  const count = sizeOf(view.cloud);
  if (view.data === 'penguins') return m.line_fit_picture({ count });
  const { x, y } = measuredIn(view);
  return m.line_fit_own_picture({ count, x: x.title, y: y.title });
}

export function classWords(view: View, lines: number): string {
  if (view.data === 'penguins') return m.line_fit_class_picture({ lines });
  const { x, y } = measuredIn(view);
  return m.line_fit_own_class_picture({ lines, x: x.title, y: y.title });
}

/** What is asked of the new one. */
export function question(view: View): string {
  if (view.data === 'penguins') return m.line_fit_question({ flipper: view.newcomer });
  const { x, y } = measuredIn(view);
  return m.line_fit_own_question({ x: x.name, value: x.words(view.newcomer), y: y.name });
}

/** The button that takes a guess. */
export const guessWords = (view: View, guess: number): string =>
  view.data === 'penguins'
    ? m.line_fit_guess({ mass: kilograms(guess) })
    : m.line_fit_own_guess_button({ value: measuredIn(view).y.words(guess) });

/** Where an end of the line is held: as a handle, and as a slider. */
export const handleWords = (view: View, end: 0 | 1): string =>
  view.data === 'penguins'
    ? m.line_fit_handle({ flipper: HELD[end] })
    : m.line_fit_own_handle({ value: measuredIn(view).x.words(HELD[end]) });

export const sliderWords = (view: View, end: 0 | 1): string =>
  view.data === 'penguins'
    ? m.line_fit_at({ flipper: HELD[end] })
    : m.line_fit_own_at({ value: measuredIn(view).x.words(HELD[end]) });

interface Told {
  readonly guess: number;
  readonly says: number;
}

/** What the new one turned out to be, beside what was guessed and what one's line says of it. */
export function newcomerWords(view: View, [at, is]: readonly [number, number], told: Told | null): string {
  if (view.data === 'penguins') {
    const known = { flipper: at, weighs: kilograms(is) };
    return told
      ? m.line_fit_answered({ ...known, guess: kilograms(told.guess), says: kilograms(told.says) })
      : m.line_fit_weighs(known);
  }
  const { x, y } = measuredIn(view);
  const known = { x: x.name, value: x.words(at), y: y.name, is: y.words(is) };
  return told
    ? m.line_fit_own_answered({ ...known, guess: y.words(told.guess), says: y.words(told.says) })
    : m.line_fit_own_is(known);
}

/** The same for the class, which is told what the best line says. */
export function classNewcomer(view: View, [at, is]: readonly [number, number], says: number): string {
  if (view.data === 'penguins')
    return m.line_fit_said({ flipper: at, says: kilograms(says), weighs: kilograms(is) });
  const { x, y } = measuredIn(view);
  return m.line_fit_own_said({ x: x.name, value: x.words(at), says: y.words(says), is: y.words(is) });
}
