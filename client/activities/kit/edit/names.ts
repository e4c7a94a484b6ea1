import type { Locale } from '#shared/text';
import type { KindEdit } from '../../activity';
import type { Path } from './paths';
import { typedNumber } from './typed';

/** A field's own name in a KindEdit: its path without the places in lists, `energy.par`. */
export const nameAt = (path: Path): string => path.filter((key) => typeof key === 'string').join('.');

/** What a field is called; one that nobody has named, by its own name. */
export const labelAt = ({ labels }: KindEdit, path: Path): string =>
  labels?.[nameAt(path)]?.() ?? nameAt(path);

/** What the switch of a part is called that may be left out. */
export const switchLabelAt = ({ labels }: KindEdit, path: Path): string =>
  (labels?.[`${nameAt(path)}?`] ?? labels?.[nameAt(path)])?.() ?? nameAt(path);

/** What one row of a list is called. */
export const rowLabelAt = ({ labels }: KindEdit, path: Path): string =>
  labels?.[`${nameAt(path)}[]`]?.() ?? '';

/** What explains a field; of the root, all of them. */
export const hintAt = ({ hints }: KindEdit, path: Path): string | undefined => hints?.[nameAt(path)]?.();

/** What a value is called; '' is that none is chosen. One that nobody has named is called what it is. */
export function valueName({ values }: KindEdit, path: Path, value: string | number, locale: Locale): string {
  const named = values?.[nameAt(path)]?.[String(value)]?.();
  return named ?? (typeof value === 'number' ? typedNumber(value, locale) : value);
}

/** Whether that none is chosen has a name, so that it is one more of the values. */
export const namesNone = ({ values }: KindEdit, path: Path): boolean =>
  values?.[nameAt(path)]?.[''] !== undefined;
