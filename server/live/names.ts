import { err, ok, type Result } from '#shared/result';
import type { ErrorCode } from '#shared/errors';

const LONGEST = 20;
/** One visible character may consist of many code points (marks). More than these in a whole name are a prank. */
const MOST_POINTS = 80;

/** Control, format (bidirectional marks, zero-width joiners), private, unassigned, line and paragraph separators. */
const forbidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export interface Name {
  readonly text: string;
  /** Equal for names that a person would call the same. */
  readonly folded: string;
}

/** What makes two names the same: width, case and spacing do not matter. */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

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

/** A nickname as it was typed: NFC, 1 to 20 graphemes, nothing invisible; else `name-invalid`. */
export function parseName(typed: string): Result<Name, ErrorCode> {
  if (forbidden.test(typed)) return err('name-invalid');
  const text = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const length = [...graphemes.segment(text)].length;
  const visible = fold(text) !== '' && /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
  if (!visible || length > LONGEST || [...text].length > MOST_POINTS) return err('name-invalid');
  return ok({ text, folded: fold(text) });
}
