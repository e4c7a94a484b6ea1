import temml from 'temml';
import { isHarmless } from './harmless';

/** Characters of one formula; a longer one is shown as its source. */
export const LONGEST_FORMULA = 1_000;

/** How often a formula may be expanded by what TeX itself abbreviates; nobody defines anything. */
const MOST_EXPANSIONS = 200;

/** Largest length that a formula may name, em and pt: it stays in its line. */
const LARGEST: [em: number, points: number] = [10, 100];

/** What makes commands of its own could make a formula out of all proportion, or another one of the next. */
const DEFINES =
  /\\([gex]?def|let|futurelet|(re)?newcommand|providecommand|global|long|newenvironment|label)(?![a-zA-Z])/;

/** An attribute's value or a text. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** TeX as MathML, with words for who cannot show it or reads aloud; what is no TeX as its source, marked as wrong. */
export function formulaHtml(tex: string, display: boolean): string {
  try {
    const math = tex.length > LONGEST_FORMULA || DEFINES.test(tex) ? null : mathOf(tex, display);
    if (math !== null && isHarmless(math))
      // A function: TeX has `$&` of its own, which stands for something in what replaces.
      return math.replace(/^<math/, () => `<math aria-label="${read(tex, math)}"`);
  } catch {
    // What Temml throws says in English what it did not understand: the source says it to everybody.
  }
  return wrong(tex, display);
}

const LINE = /^(<\/?(math|mrow|mi|mo|mn|mtext|mspace)\b[^>]*>|[^<])*$/;

/**
 * How a formula is read, already escaped: letter by letter where nothing stands above or below another, else as its TeX.
 * Browsers leave MathML out of the name of what it labels.
 */
const read = (tex: string, math: string): string =>
  LINE.test(math) ? math.replace(/<[^>]*>|[\u2061-\u2064]/g, '').replaceAll('"', '&quot;') : escaped(tex);

const mathOf = (tex: string, displayMode: boolean): string =>
  temml.renderToString(tex, {
    ...{ displayMode, throwOnError: true, trust: false, strict: false },
    ...{ maxExpand: MOST_EXPANSIONS, maxSize: LARGEST },
  });

function wrong(tex: string, display: boolean): string {
  const mark = display ? '$$' : '$';
  return `<code class="w-wrong">${escaped(mark + tex + mark)}</code>`;
}
