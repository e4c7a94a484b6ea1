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

/** TeX as MathML, which also carries its source for who cannot show it; what is no TeX as its source, marked as wrong. */
export function formulaHtml(tex: string, display: boolean): string {
  try {
    const math = tex.length > LONGEST_FORMULA || DEFINES.test(tex) ? null : mathOf(tex, display);
    if (math !== null && isHarmless(math)) return math.replace(/^<math/, `<math alttext="${escaped(tex)}"`);
  } catch {
    // What Temml throws says in English what it did not understand: the source says it to everybody.
  }
  return wrong(tex, display);
}

const mathOf = (tex: string, displayMode: boolean): string =>
  temml.renderToString(tex, {
    ...{ displayMode, throwOnError: true, trust: false, strict: false },
    ...{ maxExpand: MOST_EXPANSIONS, maxSize: LARGEST },
  });

function wrong(tex: string, display: boolean): string {
  const mark = display ? '$$' : '$';
  return `<code class="w-wrong">${escaped(mark + tex + mark)}</code>`;
}
