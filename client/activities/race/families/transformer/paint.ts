import { DIGITS, NO_DIGIT, TOKENS } from '#shared/training/sets/tokens';
import type { Sheet } from '../../../kit/painting.svelte';
import { answerWords, FOOT, penFont, type ShownSample } from '../../classes/shown';

const LETTERS = 'ABCDEFGH';

interface Token {
  readonly letter: string;
  readonly digit: string;
}

function tokensOf({ samples, sample }: ShownSample): Token[] {
  return Array.from({ length: TOKENS }, (_, i) => {
    const at = 2 * (sample * TOKENS + i);
    const digit = samples.x[at + 1] ?? NO_DIGIT;
    return { letter: LETTERS[samples.x[at] ?? 0] ?? '', digit: digit < DIGITS ? String(digit) : '?' };
  });
}

/** Tokens in a row, above each a bar for each head: how much of its attention the last letter gives it. */
function paintTokens(sheet: Sheet, shown: ShownSample, width: number, height: number): void {
  const { pen, colours } = sheet;
  const letters = Math.min(16, width / TOKENS);
  const room = height - 2.4 * letters;
  const each = width / TOKENS;
  const attended = shown.seen?.inner ?? new Float32Array(0);
  const heads = attended.length / TOKENS;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = penFont(letters);
  tokensOf(shown).forEach(({ letter, digit }, i) => {
    const x = i * each;
    pen.fillStyle = colours.line;
    pen.fillRect(x + 1, room, each - 2, 1);
    pen.fillStyle = colours.one;
    for (let head = 0; head < heads; head++) {
      const high = (attended[head * TOKENS + i] as number) * room;
      const wide = (each - 4) / heads;
      pen.fillRect(x + 2 + head * wide, room - high, Math.max(1, wide - 1), high);
    }
    pen.fillStyle = colours.ink;
    pen.fillText(letter, x + each / 2, room + 0.7 * letters);
    pen.fillText(digit, x + each / 2, room + 1.8 * letters);
  });
  pen.textAlign = 'left';
}

/** In a small square, below them the right digit and the network's. */
export function paintSquare(sheet: Sheet, shown: ShownSample): void {
  const { pen, width, height, colours } = sheet;
  paintTokens(sheet, shown, width, height - FOOT);
  pen.font = penFont(14);
  pen.fillStyle = colours.ink;
  pen.fillText(answerWords(shown), 6, height - FOOT / 2);
}

/** In a row, beside them what is asked and said. */
export function paintRow(sheet: Sheet, shown: ShownSample): void {
  const { pen, width, height, colours } = sheet;
  const words = 3.6 * 16;
  paintTokens(sheet, shown, Math.min(width - words, 20 * 16), height);
  pen.font = penFont(16);
  pen.fillStyle = colours.ink;
  pen.fillText(answerWords(shown), Math.min(width - words, 20 * 16) + 8, height / 2);
}
