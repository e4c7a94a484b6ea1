import { numberWords } from '../../number-words';
import { decimalsOf, valueAt, type Axis } from '../../tables/axis';
import { inLanguage, type Locale } from '../../text';
import { HELD, RANGE, type Config, type OwnConfig, type Submission } from './config';

/** How a step's two columns are written. */
interface Written {
  readonly across: (flipper: number) => string;
  readonly up: (mass: number) => string;
}

function own({ x, y }: OwnConfig, locale: Locale): Written {
  const write = (axis: Axis, value: number) => {
    const unit = axis.unit ? ` ${inLanguage(axis.unit, [locale])}` : '';
    return numberWords(value, locale, decimalsOf(axis)) + unit;
  };
  return {
    across: (flipper) => write(x, valueAt(x, flipper, RANGE.flipper)),
    up: (mass) => write(y, valueAt(y, mass, RANGE.mass)),
  };
}

const penguins = (locale: Locale): Written => ({
  across: (flipper) => `${flipper} mm`,
  up: (mass) => `${numberWords(mass / 1000, locale, 2)} kg`,
});

/** The line by its two heights, and what was guessed before it, in the units of the data. */
export function inWords(config: Config, { guess, heights }: Submission, locale: Locale): string {
  const { across, up } = config.data === 'own' ? own(config, locale) : penguins(locale);
  const [left, right] = heights.map(up);
  const [from, to] = HELD.map(across);
  return locale === 'it'
    ? `retta da ${left} a ${from} fino a ${right} a ${to}; stima: ${up(guess)}`
    : `line from ${left} at ${from} to ${right} at ${to}; guess: ${up(guess)}`;
}
