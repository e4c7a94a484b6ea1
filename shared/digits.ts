/** A decimal digit of any script. Each script has its ten in a row from 0 to 9, sometimes several rows in succession. */
const DIGIT = /\p{Nd}/u;
const DIGITS = /\p{Nd}/gu;

/** How far a digit is from the first of the rows that it stands in. */
function distance(point: number): number {
  let first = point;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return point - first;
}

/** The same text with the digits of every script (٤, ४, ４) written as 0 to 9. */
export const plainDigits = (text: string): string =>
  text.replace(DIGITS, (digit) => String(distance(digit.codePointAt(0) ?? 0) % 10));
