import { withoutIgnorables } from './joiners';

/** An emoji with all that belongs to it: selectors, skin tones, keycaps, what joiners join, and the tags of three flags. */
const EMOJI =
  /\u{1F3F4}[\u{E0061}-\u{E007A}]{5}\u{E007F}|\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*|[0-9#*]\uFE0F?\u20E3/gu;

/** Control, format, private, unassigned and half characters, and what only blanks. A line break is a space. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2800\u3164\uFFA0\uFFFC]/gu;
const JOINERS = /[\u200C\u200D]/u;

/** More marks on one letter than any language writes: they would run over the lines above and below. */
const STACKED = /(\p{M}{4})\p{M}+/gu;

const plain = (text: string): string =>
  withoutIgnorables(text.replace(/\s+/gu, ' '))
    .replace(UNSEEN, (char) => (JOINERS.test(char) ? char : ''))
    .replace(STACKED, '$1');

/** Words that somebody typed, in NFC, on one line, without what cannot be seen; emoji stay as they are. */
export function cleanedWords(typed: string): string {
  const text = typed.normalize('NFC');
  let [cleaned, from] = ['', 0];
  for (const { 0: emoji, index } of text.matchAll(EMOJI)) {
    cleaned += plain(text.slice(from, index)) + emoji;
    from = index + emoji.length;
  }
  return (cleaned + plain(text.slice(from))).replace(/ +/g, ' ').trim();
}
