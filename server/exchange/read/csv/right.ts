/** How a table says which options are right: by their number or letter, or by what they say. */
export type Naming = 'by-place' | 'by-text';

export interface Marked {
  readonly options: readonly string[];
  readonly right: string;
}

const LIST = /^(?:\d{1,2}|[a-h])(?:\s*(?:[,;/|+&]|\s|\be\b|\band\b)\s*(?:\d{1,2}|[a-h]))*$/i;

/** Characters of `1, 3`; of a longer cell none is a list of places. */
const LONGEST_LIST = 60;

/** The places, from 0, that `1,3` or `A; C` name; null if it names none, or one that is not there. */
function places(right: string, count: number): number[] | null {
  if (right.length > LONGEST_LIST || !LIST.test(right)) return null;
  const names = right.split(/\s*[,;/|+&]\s*|\s+(?:e|and)\s+|\s+/i).filter(Boolean);
  const found = names.map(
    (name) => (/\d/.test(name) ? Number(name) : name.toLowerCase().charCodeAt(0) - 96) - 1,
  );
  return found.every((place) => place >= 0 && place < count) ? found : null;
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The places of the options that are named by their texts, one or several between semicolons or bars. */
function texts(right: string, options: readonly string[]): number[] | null {
  const whole = options.findIndex((option) => same(option, right));
  if (whole >= 0) return [whole];
  const found = right.split(/[;|\n]/).map((name) => options.findIndex((option) => same(option, name)));
  return found.every((place) => place >= 0) ? found : null;
}

/** A table names all of its right options the same way: by their texts where all of them are one. */
export function namingOf(rows: readonly Marked[]): Naming {
  const said = rows.filter(({ options, right }) => options.length > 0 && right !== '');
  const byPlace = said.filter(({ options, right }) => places(right, options.length) !== null).length;
  const byText = said.filter(({ options, right }) => texts(right, options) !== null).length;
  return byText > byPlace ? 'by-text' : 'by-place';
}

/** The places of the right options; null: they cannot be told. */
export function rightOf({ options, right }: Marked, naming: Naming): readonly number[] | null {
  const [first, second] = [places(right, options.length), texts(right, options)];
  return naming === 'by-place' ? (first ?? second) : (second ?? first);
}
