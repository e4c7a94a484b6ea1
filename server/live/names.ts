import { err, ok, type Result } from '#shared/result';
import type { ErrorCode } from '#shared/errors';
import { withoutIgnorables } from '#shared/writing/joiners';
import { aroundEmoji } from './names/emoji';
import { caseless, looks } from './names/skeleton';

const LONGEST = 20;
/** One visible character may consist of many code points. More than these in a whole name are a prank. */
const MOST_POINTS = 80;

/** Control, format, private, unassigned and half characters: no keyboard writes them, no font shows them. */
const UNKNOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;

/**
 * Characters without ink. Spaces have a property; for the others Unicode has none: they are what its list of names calls
 * blank, null or filler and is no Default_Ignorable (Braille, Egyptian, Khitan, a note without a head), and the
 * replacement for an object.
 */
const BLANKS = /(?:[\p{White_Space}\u2800\uFFFC\u{13441}\u{13442}\u{1D159}]|\u{16FE4})+/gu;

const INK = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * UTS 39, 5.4: more than four nonspacing marks on one letter, and one mark twice; and beyond it eight marks of any
 * kind, and a mark without a letter.
 */
const STACKED = /[\p{Mn}\p{Me}]{5}|([\p{Mn}\p{Me}])\1|\p{M}{9}|(?:^|[\p{Z}\p{C}])\p{M}/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export interface Name {
  readonly text: string;
  /** Equal for names that a person would call the same. */
  readonly folded: string;
}

/** The same name with a number, shortened where it would become too long: "Marco 2". */
export function numbered(text: string, number: number): string {
  const tail = ` ${number}`;
  const head = [...graphemes.segment(text)].slice(0, LONGEST - tail.length);
  return (
    head
      .map(({ segment }) => segment)
      .join('')
      .trim() + tail
  );
}

/** A typed name in NFC, without what cannot be seen and has no place in it, and with single spaces. */
const cleaned = (typed: string): string =>
  aroundEmoji(typed.normalize('NFC'), withoutIgnorables).normalize('NFC').replace(BLANKS, ' ').trim();

/** What makes two names the same for who reads them in any case: `Anna`, `ANNA`, and `Anna` with a Cyrillic A. */
export const fold = (text: string): string => caseless(cleaned(text));

/** Two names are the same if they share one of these. */
export const keysOf = (text: string): readonly string[] => looks(cleaned(text));

/** What is wrong with a name that is clean; null if nothing is. */
function trouble(text: string): ErrorCode | null {
  // Each emoji counts as one character: an England flag has seven.
  const plain = aroundEmoji(
    text,
    (rest) => rest.replace(/[\u200C\u200D]/g, ''),
    () => '\u25A0',
  );
  if (UNKNOWN.test(plain)) return 'name-invalid';
  if (!INK.test(plain)) return 'name-blank';
  if (STACKED.test(plain.normalize('NFD'))) return 'name-marks';
  const length = [...graphemes.segment(text)].length;
  // A single character may stand for a sentence: ﷽.
  const points = [...plain.normalize('NFKC')].length;
  return length > LONGEST || points > MOST_POINTS ? 'name-invalid' : null;
}

/** A nickname as it was typed: cleaned, 1 to 20 graphemes that can be seen; or why it cannot be had. */
export function parseName(typed: string): Result<Name, ErrorCode> {
  const text = cleaned(typed);
  const wrong = trouble(text);
  return wrong ? err(wrong) : ok({ text, folded: fold(text) });
}
