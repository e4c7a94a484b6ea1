import { decimalsOf, valueAt } from '../../tables/axis';
import { numberWords, tenthsWords } from '../../number-words';
import { inLanguage, type Locale } from '../../text';
import { RANGE, type Config, type OwnConfig, type Point, type Submission } from './config';

const bill = ([length, depth]: Point, locale: Locale): string =>
  `(${tenthsWords(length, locale)}; ${tenthsWords(depth, locale)})`;

function own({ x, y }: OwnConfig, [length, depth]: Point, locale: Locale): string {
  const across = numberWords(valueAt(x, length, RANGE.length), locale, decimalsOf(x));
  const up = numberWords(valueAt(y, depth, RANGE.depth), locale, decimalsOf(y));
  return `(${across}; ${up})`;
}

/** The line's two handles in the units of the data, and which side it takes for class 1. */
export function inWords(config: Config, { from, to, swapped }: Submission, locale: Locale): string {
  const at = (point: Point) => (config.data === 'own' ? own(config, point, locale) : bill(point, locale));
  const [a, b] = [at(from), at(to)];
  const unit = config.data === 'own' ? '' : ' mm';
  const one = config.data === 'own' ? inLanguage(config.classes[1], [locale]) : 'Gentoo';
  return locale === 'it'
    ? `retta da ${a} a ${b}${unit}, ${one} a ${swapped ? 'sinistra' : 'destra'}`
    : `line from ${a} to ${b}${unit}, ${one} on its ${swapped ? 'left' : 'right'}`;
}
