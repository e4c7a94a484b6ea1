/** Characters that Unicode has above and below the line, in the order of the plain ones. */
const PLAIN = '0123456789+-=()n';
const ABOVE = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const BELOW = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ';

/** A superscript or subscript as Unicode where all of it exists there, else as a formula. */
export function raised(text: string, where: 'sup' | 'sub'): string {
  const inside = text.trim().replaceAll('−', '-');
  if (inside === '') return '';
  const set = [...(where === 'sup' ? ABOVE : BELOW)];
  const letters = [...inside].map((letter) => set[PLAIN.indexOf(letter)]);
  if (letters.every((letter) => letter !== undefined)) return letters.join('');
  return `$${where === 'sup' ? '^' : '_'}{${texOf(inside)}}$`;
}

/** Words are set upright, and no character of theirs is a command. */
const texOf = (inside: string): string => {
  const said = inside.replace(/[\\{}$&#%_^~]/g, (mark) => (mark === '\\' ? '\\backslash ' : `\\${mark}`));
  return /\s|[A-Za-z]{2}/.test(inside) ? `\\text{${said}}` : said;
};
