import type { Choice, Option } from './item';

/** Percent with the five decimals that Moodle's own list of fractions has: 33.33333. */
const percent = (share: number): string => String(Number((share * 100).toFixed(5)));

/**
 * What an option is worth, in percent. Of several right ones each has its share and each wrong one takes as much of what
 * there is as our own grade does, so that picking everything is worth nothing.
 */
export function fractionOf({ options, several }: Choice, { right }: Option): string {
  const rights = options.filter((option) => option.right).length;
  if (!several) return right ? '100' : '0';
  return right ? percent(1 / rights) : percent(-1 / (options.length - rights));
}
