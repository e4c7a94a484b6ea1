import { figureOf } from '../../figures';
import { numeric } from '../../questions';
import type { Told } from '../../steps';
import { all, first, textOf, type Element } from '../../xml';
import type { Outcome } from '../reader';
import { isFull, partialOf, percentOf } from './fractions';
import type { Sayings } from './texts';

/** NaN: it is none. */
const numberOf = (element: Element | undefined): number => figureOf(textOf(element)) ?? NaN;

interface Given {
  readonly value: number;
  readonly written: string;
  readonly fraction: number;
  readonly tolerance: number;
  readonly why: string;
}

function givenBy(answer: Element, sayings: Sayings): Given {
  const tolerance = numberOf(first(answer, 'tolerance'));
  return {
    value: numberOf(first(answer, 'text')),
    written: textOf(first(answer, 'text')).trim(),
    fraction: percentOf(answer.attributes.fraction),
    tolerance: Number.isNaN(tolerance) ? 0 : Math.abs(tolerance),
    why: sayings.say(first(answer, 'feedback')),
  };
}

/** The same number within a wider tolerance, for a part of the points. */
const isNearMiss = (given: Given, right: Given): boolean =>
  given.fraction > 0 &&
  !isFull(given.fraction) &&
  Math.abs(given.value - right.value) <= right.tolerance &&
  given.tolerance > right.tolerance;

/** The answer that is worth most; others are accepted beside it, or say what was got wrong. */
export function numerical(question: Element, told: Told, sayings: Sayings): Outcome {
  const givens = all(question, 'answer').map((answer) => givenBy(answer, sayings));
  const [right] = [...givens].sort((a, b) => b.fraction - a.fraction);
  if (!right || !(right.fraction > 0)) return { becomes: null, fault: 'no-right-answer' };
  if (Number.isNaN(right.value)) return { becomes: null, fault: 'not-a-number', what: right.written };
  const others = givens.filter((given) => given !== right);
  loseOthers(right, others, sayings);
  const mistakes = others
    .filter(({ fraction, value, why }) => fraction <= 0 && why !== '' && !Number.isNaN(value))
    .map(({ value, why }) => ({ value, why }));
  const explanation = [right.why, told.explanation].filter(Boolean).join('\n\n') || undefined;
  const { value: answer, tolerance } = right;
  const partial = others.some((given) => isNearMiss(given, right));
  return numeric(
    { ...told, explanation },
    { answer, tolerance, mistakes, partial, ...unitOf(question, sayings) },
  );
}

function loseOthers(right: Given, others: readonly Given[], sayings: Sayings): void {
  const full = others.filter(({ fraction }) => isFull(fraction));
  const further = full.filter(({ value }) => value !== right.value);
  if (further.length > 0) sayings.lose('further-answers', further.map(({ written }) => written).join(', '));
  const wider = full.filter(({ value }) => value === right.value);
  if (wider.length > 0) sayings.lose('tolerance-differs', wider.map(({ tolerance }) => tolerance).join(', '));
  const partial = partialOf([right, ...others].map(({ fraction }) => fraction));
  if (partial !== null) sayings.lose('fractions', partial);
  loseWhys(
    others.filter(({ fraction, why }) => fraction <= 0 && why !== ''),
    sayings,
  );
}

/** What is said to every other number (`*`) is no mistake of a name, and a mistake is one number. */
function loseWhys(wrong: readonly Given[], sayings: Sayings): void {
  if (wrong.some(({ value }) => Number.isNaN(value))) sayings.lose('feedback', '*');
  const near = wrong.filter(({ value, tolerance }) => tolerance > 0 && !Number.isNaN(value));
  if (near.length > 0) sayings.lose('tolerance-differs', near.map(({ written }) => written).join(', '));
}

/** The unit of the answer; others, into which Moodle converts, are lost. */
function unitOf(question: Element, sayings: Sayings): { readonly unit?: string } {
  const units = all(first(question, 'units') ?? question, 'unit');
  const names = (some: readonly Element[]) => some.map((unit) => textOf(first(unit, 'unit_name')).trim());
  const own = units.find((unit) => numberOf(first(unit, 'multiplier')) === 1);
  const others = names(units.filter((unit) => unit !== own)).filter(Boolean);
  if (others.length > 0) sayings.lose('units', others.join(', '));
  const [unit = ''] = own ? names([own]) : [];
  return unit === '' ? {} : { unit };
}
