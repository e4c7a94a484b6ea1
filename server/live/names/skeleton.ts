import { visible } from './emoji';
import { CONFUSABLES } from './unicode-data';

const ofPoints = (codes: string, between: string) =>
  String.fromCodePoint(...codes.split(between).map((code) => parseInt(code, 16)));

/** UTS 39: what a character looks like, where that is another one. */
const prototypes = new Map(
  CONFUSABLES.trim()
    .split('\n')
    .flatMap((line) => {
      const [prototype = '', ...sources] = line.split(' ');
      return sources.map((source) => [ofPoints(source, '+'), ofPoints(prototype, '+')] as const);
    }),
);

/** UTS 39, section 4: equal for texts that look the same. What cannot be seen is gone before. */
const skeleton = (text: string): string =>
  [...text.normalize('NFD')]
    .map((char) => prototypes.get(char) ?? char)
    .join('')
    .normalize('NFD');

/** As `skeleton`, but ASCII stays, and a capital stays one: I is no small l. */
const inAscii = (text: string): string =>
  [...text.normalize('NFD')].map((char) => (char < '\u0080' ? char : asciiOf(char))).join('');

function asciiOf(char: string): string {
  const prototype = prototypes.get(char) ?? char;
  return prototype === 'l' && /\p{Lu}/u.test(char) ? 'I' : prototype;
}

/** A dot on a letter that has one is not seen: what a capital dotted I leaves behind. */
const DOT_ON_DOT = /(\p{Soft_Dotted})\u0307/gu;

/** Case folded: each character by itself, so that a sigma is one at the end too. */
const small = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((char) => char.toUpperCase().toLowerCase())
    .join('')
    .replace(DOT_ON_DOT, '$1')
    .normalize('NFKC');

/** What a text looks like in any case. */
export const caseless = (text: string): string => visible(text, (plain) => skeleton(small(plain)));

/**
 * All that a text looks like: in any case; as it stands, since a capital I looks like a small l; and in any case after
 * what looks like ASCII was taken for it, since a Greek ΑΝΝΑ looks like Anna in capitals.
 */
export const looks = (text: string): readonly string[] => [
  ...new Set([
    caseless(text),
    visible(text, (plain) => skeleton(small(inAscii(plain.normalize('NFKC'))))),
    `=${visible(text, (plain) => skeleton(plain.normalize('NFKC')))}`,
  ]),
];
