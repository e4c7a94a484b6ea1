import { all, below, first, type Element } from '../../xml';
import type { Sayings } from './sayings';

/** Names that items give to what is said to everybody, or to who was right. */
const WHY = /correct|right|solution|general|explanation|rationale/i;
const WRONG = /incorrect|not.?(?:correct|right)|wrong/i;

/** What an item says after an answer. */
export interface Feedback {
  /** To who picked the option with this name. */
  readonly of: ReadonlyMap<string, string>;
  /** To who was right, or to everybody. */
  readonly explanation: string;
}

/** The feedback of an item whose options have these names; what belongs to neither is lost. */
export function feedbackOf(item: Element, options: ReadonlySet<string>, sayings: Sayings): Feedback {
  const of = new Map<string, string>();
  const explanations: string[] = [];
  for (const modal of all(item, 'modalFeedback')) {
    const { identifier = '' } = modal.attributes;
    const said = sayings.ask(first(modal, 'contentBody') ?? modal);
    if (said === '') continue;
    if (options.has(identifier)) of.set(identifier, said);
    else if (WHY.test(identifier) && !WRONG.test(identifier)) explanations.push(said);
    else sayings.lose('feedback', identifier);
  }
  const body = first(item, 'itemBody');
  if (body && below(body, 'feedbackBlock').length > 0) sayings.lose('feedback');
  return { of, explanation: explanations.join('\n\n') };
}
