import { decimalsOf, placeOf, valueAt, type Axis, type Ends } from '#shared/tables/axis';
import { marksBetween } from '#shared/tables/ends';
import * as m from '../../i18n/generated/messages.js';
import { locale, say } from '../../i18n/locale.svelte';
import type { ChartAxis } from './chart';
import { decimal, written } from './numbers';

/** A column of a teacher's own table, drawn on the axis of a kind. */
export interface Column {
  /** What was measured, with its unit. */
  readonly title: string;
  readonly name: string;
  /** Round values, and where on the kind's axis they lie. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  /** A place of the kind's axis as the number that was measured; and the same with its unit. */
  readonly figure: (place: number) => string;
  readonly words: (place: number) => string;
}

/** Marks lie where they lie. */
const EXACT = 4096;

/** Years stand without a sign between their thousands, and so do all numbers below ten thousand. */
const together = (words: string, value: number) =>
  Math.abs(value) < 10_000 ? words.replace(locale.current === 'it' ? '.' : ',', '') : words;

const shortly = (value: number): string => together(written(value, locale.current), value);

export function columnOf(axis: Axis, ends: Ends): Column {
  const [name, unit] = [say(axis.name), axis.unit ? say(axis.unit) : ''];
  const digits = decimalsOf(axis);
  const figure = (place: number) => {
    const value = valueAt(axis, place, ends);
    return together(decimal(value, locale.current, digits), value);
  };
  return {
    title: unit === '' ? name : `${name}, ${unit}`,
    name,
    marks: marksBetween(axis.from, axis.to).map((value) => ({
      at: placeOf(axis, value, ends, EXACT),
      label: shortly(value),
    })),
    figure,
    words: (place) => (unit === '' ? figure(place) : `${figure(place)} ${unit}`),
  };
}

/** Its name, and from where to where it goes: for a picture that has no marks. */
export function spanOf({ name, unit, from, to }: Axis): string {
  const range = m.table_range({ from: shortly(from), to: shortly(to) });
  return `${say(name)}: ${range}${unit ? ` ${say(unit)}` : ''}`;
}

/** A column as an axis of a chart, whose words stand outside the picture. */
export const chartAxisOf = ({ title, marks }: Column, domain: Ends): ChartAxis => ({
  ...{ domain, name: title, at: marks.map(({ at }) => at) },
  words: (place) => marks.find(({ at }) => at === place)?.label ?? '',
});
