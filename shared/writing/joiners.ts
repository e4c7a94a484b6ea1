import { JOINS_NEXT, JOINS_PREVIOUS } from './joining-types';

const [ZWNJ, ZWJ] = ['\u200C', '\u200D'];

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

const anyOf = (ranges: string) => `[${ranges.replace(/[0-9a-f]+/g, '\\u{$&}').replaceAll(' ', '')}]`;

/** Marks between two letters do not keep them from joining. */
const JOINS_ON = new RegExp(`${anyOf(JOINS_NEXT)}[\\p{Mn}\\p{Me}]*$`, 'u');
const JOINS_BACK = new RegExp(`^[\\p{Mn}\\p{Me}]*${anyOf(JOINS_PREVIOUS)}`, 'u');

/**
 * Whether a mark has the combining class of viramas, 9. No regular expression knows the class, but putting marks into
 * their order does: a virama moves past one of class 8, and stays after one of class 10 as it stands before it.
 */
const isVirama = (char: string): boolean =>
  /^\p{M}$/u.test(char) &&
  `${char}\u3099`.normalize('NFD') === `\u3099${char}` &&
  `\u05B0${char}`.normalize('NFD') === `${char}\u05B0`;

/** A joiner has a place after a virama, and before one that a letter follows (Bengali র‍্য, Kannada ರ‍್ಕ). */
function besideVirama(before: string, after: string): boolean {
  const [next = '', letter = ''] = after;
  return (
    isVirama([...before].at(-1) ?? '') ||
    (/\p{L}\p{M}*$/u.test(before) && isVirama(next) && /\p{L}/u.test(letter))
  );
}

/** RFC 5892, appendix A (CONTEXTJ), as UAX 31 has it too; with the joiner before a virama from the Standard's chapter 12. */
function belongs(joiner: string, before: string, after: string): boolean {
  if (joiner === ZWJ) return besideVirama(before, after);
  return isVirama([...before].at(-1) ?? '') || (JOINS_ON.test(before) && JOINS_BACK.test(after));
}

/** A text without what cannot be seen; joiners stay where they change how its letters are written. */
export function withoutIgnorables(text: string): string {
  const chars = [...text];
  return chars.reduce((kept, char, i) => {
    if (char === ZWNJ || char === ZWJ) {
      const after = chars
        .slice(i + 1)
        .join('')
        .replace(IGNORABLE, '');
      return belongs(char, kept, after) ? kept + char : kept;
    }
    return kept + char.replace(IGNORABLE, '');
  }, '');
}
