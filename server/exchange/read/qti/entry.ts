import { figureOf } from '../../figures';
import { numeric, written } from '../../questions';
import type { Element } from '../../xml';
import type { Outcome } from '../reader';
import type { Item } from './choice';
import { feedbackOf } from './feedback';
import { comparisonsOf, responseOf, rightOf, type Response } from './response';
import type { Sayings } from './sayings';

/** Something that is typed: a number where one is declared, else words, which nothing grades. */
export function typed(interaction: Element, { item, told, sayings }: Item): Outcome {
  const response = responseOf(item, interaction.attributes.responseIdentifier);
  const { explanation } = feedbackOf(item, new Set(), sayings);
  const explained = { ...told, explanation: explanation || undefined };
  if (!response) return written(explained);
  const isNumber = response.baseType === 'float' || response.baseType === 'integer';
  if (isNumber) return number(item, response, explained, sayings);
  const accepted = new Set([
    ...response.correct,
    ...rightOf({ ...response, correct: [], cardinality: 'multiple' }),
  ]);
  return written(explained, [...accepted].filter(Boolean));
}

function number(item: Element, response: Response, told: Item['told'], sayings: Sayings): Outcome {
  const [right, ...others] = rightOf(response);
  if (right === undefined) return { becomes: null, fault: 'no-right-answer' };
  const answer = figureOf(right);
  if (answer === null) return { becomes: null, fault: 'not-a-number', what: right };
  if (others.length > 0) sayings.lose('further-answers', others.join(', '));
  const partial = [...response.worth].filter(
    ([key, value]) => value > 0 && key !== right && !others.includes(key),
  );
  if (partial.length > 0) sayings.lose('fractions', partial.map(([key]) => key).join(', '));
  return numeric(told, { answer, tolerance: toleranceOf(item, answer, sayings) });
}

/** How far off is still right, by how the item compares; 0 where it says nothing, or nothing that can be read. */
function toleranceOf(item: Element, answer: number, sayings: Sayings): number {
  const [equal] = comparisonsOf(item, 'equal');
  const [rounded] = comparisonsOf(item, 'equalRounded');
  if (equal) return comparedBy(equal, answer, sayings);
  return rounded ? roundedBy(rounded, sayings) : 0;
}

function comparedBy({ attributes }: Element, answer: number, sayings: Sayings): number {
  const { toleranceMode = 'exact', tolerance = '' } = attributes;
  if (toleranceMode === 'exact') return 0;
  const [below = NaN, above = below] = tolerance.trim().split(/\s+/).map(Number);
  if (!(below >= 0) || below !== above) sayings.lose('tolerance-differs', tolerance);
  const least = Math.min(below, above);
  if (!(least >= 0)) return 0;
  return toleranceMode === 'relative' ? (Math.abs(answer) * least) / 100 : least;
}

/** To so many decimals: half of the last one off is still the same. Significant figures are not told by a distance. */
function roundedBy({ attributes }: Element, sayings: Sayings): number {
  const { roundingMode = 'significantFigures', figures = '' } = attributes;
  const decimals = Number(figures);
  if (roundingMode === 'decimalPlaces' && Number.isInteger(decimals) && decimals >= 0 && decimals <= 15)
    return Number(`5e-${decimals + 1}`);
  sayings.lose('tolerance-differs', `${roundingMode} ${figures}`);
  return 0;
}
