import { GRID, type Step } from '#shared/activities/approximation/config';
import type { View } from '#shared/activities/approximation/view';
import * as m from '../../i18n/generated/messages.js';
import { locale } from '../../i18n/locale.svelte';
import { decimal } from '../kit/numbers';

/** Two decimals, as places and errors have them. */
export const fine = (value: number): string => decimal(value, locale.current, 2);

/** "0.25" */
export const placeWords = ({ place }: Step): string => fine(place / GRID.place);

/** "+1.0", with its sign: up or down is what matters. */
export const heightWords = ({ height }: Step): string =>
  `${height > 0 ? '+' : ''}${decimal(height / GRID.height, locale.current)}`;

/** What a picture of the curve shows, and where its top or its bottom is. */
export function pictureWords({ shape, down, shift }: View): string {
  if (shape === 'wave') return m.approximation_picture_wave();
  const top = fine(0.5 + shift / GRID.place);
  return down ? m.approximation_valley({ top }) : m.approximation_picture_hill({ top });
}
