/**
 * Whole emoji as Unicode recommends them for interchange: with selectors, joiners, skin tones, keycaps, flags and tags.
 * A property of strings, which needs the flag v: Node has it, the phones' older browsers do not.
 */
const EMOJI = new RegExp('\\p{RGI_Emoji}', 'v');
const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');

/** A joined sequence, with or without the selectors that belong into it. */
const JOINED = /\p{Emoji}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Emoji}[\uFE0F\p{Emoji_Modifier}]*)+/gu;

/** Some keyboards leave selectors out of joined emoji: ❤ + joiner + 🔥. */
function qualified(sequence: string): string {
  const whole = sequence
    .split('\u200D')
    .map((part) =>
      /^\p{Emoji_Presentation}|[\uFE0F\p{Emoji_Modifier}]/u.test(part) ? part : `${part}\uFE0F`,
    )
    .join('\u200D');
  return ONE_EMOJI.test(whole) ? whole : sequence;
}

/** A text in pieces: every second one is an emoji, the others are what stands around them. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let rest = text;
  for (let emoji = EMOJI.exec(rest); emoji; emoji = EMOJI.exec(rest)) {
    found.push(rest.slice(0, emoji.index), emoji[0]);
    rest = rest.slice(emoji.index + emoji[0].length);
  }
  return [...found, rest];
}

/** A text whose emoji stay as they are, or become what `emoji` makes of them; `around` rewrites all else. */
export function aroundEmoji(
  text: string,
  around: (plain: string) => string,
  emoji: (sequence: string) => string = (sequence) => sequence,
): string {
  return pieces(text.replace(JOINED, qualified))
    .map((piece, i) => (i % 2 === 0 ? around(piece) : emoji(piece)))
    .join('');
}

/** For comparing: of an emoji all but its selectors, and of all else what can be seen, rewritten. */
export const visible = (text: string, rewrite: (plain: string) => string): string =>
  aroundEmoji(
    text,
    (plain) => rewrite(plain.replace(/\p{Default_Ignorable_Code_Point}/gu, '')),
    (sequence) => sequence.replaceAll('\uFE0F', ''),
  );
