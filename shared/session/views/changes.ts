import type { Changes } from '../../protocol';

/**
 * What a receiver has to be told so that `before` becomes `after`: the parts that are others now, each as its text
 * in JSON; the step is looked at part by part, because most of it never changes while it lasts. Null: nothing.
 *
 * A view has the same parts at all times, so none ever has to be taken away.
 */
export type PartTexts = Readonly<Record<string, string>>;

/** The one part of a view that is told in parts itself. */
const NESTED = 'step';

type Parts = Readonly<Record<string, unknown>>;

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null;

/** Every part of a view as text; those of its step under names with a dot. */
export function partsOf(view: object): PartTexts {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(view)) {
    if (name !== NESTED || !isParts(value)) texts[name] = JSON.stringify(value);
    else
      for (const [inner, part] of Object.entries(value)) texts[`${NESTED}.${inner}`] = JSON.stringify(part);
  }
  return texts;
}

/** The object that holds the named parts, as text: what travels. Without names: all of them. */
export function textOf(parts: PartTexts, wanted: (name: string) => boolean = () => true): string {
  const outer: string[] = [];
  const inner: string[] = [];
  for (const [name, text] of Object.entries(parts)) {
    if (!wanted(name)) continue;
    const nested = name.startsWith(`${NESTED}.`);
    (nested ? inner : outer).push(`"${nested ? name.slice(NESTED.length + 1) : name}":${text}`);
  }
  if (inner.length > 0) outer.push(`"${NESTED}":{${inner.join(',')}}`);
  return `{${outer.join(',')}}`;
}

/** The parts of `after` that `before` did not have like this, as text; null if there are none. */
export function changesOf(before: PartTexts, after: PartTexts): string | null {
  const differs = (name: string) => before[name] !== after[name];
  return Object.keys(after).some(differs) ? textOf(after, differs) : null;
}

/** A view with what was told of it put in. */
export function changed<View extends object>(view: View, changes: Changes<View>): View {
  const step: unknown = (view as Parts)[NESTED];
  const told: unknown = (changes as Parts)[NESTED];
  const merged = isParts(step) && isParts(told) ? { [NESTED]: { ...step, ...told } } : {};
  return { ...view, ...changes, ...merged };
}
