import { numberWords } from '../../number-words';
import type { Locale, Text } from '../../text';
import { GRID, type Config, type Submission } from './config';

const says = {
  place: { it: 'S in', en: 'S at' },
  height: { it: 'alta', en: 'height' },
  steepness: { it: 'ripidezza', en: 'steepness' },
} as const satisfies Record<string, Text>;

/** "S at 0.25, height 1.0; S at 0.75, height −1.0; steepness 15" */
export function inWords(_config: Config, { steps, steepness }: Submission, locale: Locale): string {
  const curves = steps.map(({ place, height }) => {
    const at = numberWords(place / GRID.place, locale, 2);
    return `${says.place[locale]} ${at}, ${says.height[locale]} ${numberWords(height / GRID.height, locale, 1)}`;
  });
  return [...curves, `${says.steepness[locale]} ${steepness}`].join('; ');
}
