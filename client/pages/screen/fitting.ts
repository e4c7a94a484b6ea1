/** How many letters a text is as wide as: those of Chinese, Japanese and Korean take the room of two. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0);

/** Room for "and 27 more", in letters. */
const COUNT = 14;

/**
 * How many of some names fit on `letters`, the first one always. Whoever does not fit is counted instead; `more` are
 * counted anyway.
 */
export function fitting(widths: readonly number[], letters: number, more: number): number {
  const upTo = (names: number) => widths.slice(0, names).reduce((sum, width) => sum + width + 2, -2);
  if (more === 0 && upTo(widths.length) <= letters) return widths.length;
  let fit = 1;
  while (fit < widths.length && upTo(fit + 1) <= letters - COUNT) fit += 1;
  return fit;
}
