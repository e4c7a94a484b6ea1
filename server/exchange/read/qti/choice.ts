import { largest } from '../../figures';
import { choice, order, poll, type Answer } from '../../questions';
import type { Told } from '../../steps';
import { all, type Element } from '../../xml';
import { unevenOf } from '../moodle/fractions';
import type { Outcome } from '../reader';
import { feedbackOf } from './feedback';
import { isJudged, responseOf, rightOf, type Response } from './response';
import type { Sayings } from './sayings';

/** What is read of an item beside its interaction. */
export interface Item {
  readonly item: Element;
  readonly told: Told;
  readonly sayings: Sayings;
}

const isTrue = (said: string | undefined): boolean => said?.toLowerCase() === 'true';

const optionsOf = (interaction: Element): readonly Element[] => [
  ...all(interaction, 'simpleChoice'),
  ...all(interaction, 'inlineChoice'),
];

const nameOf = ({ attributes }: Element): string => attributes.identifier ?? '';

/** Whether several may be picked: 0 is as many as there are. */
const isSeveral = ({ attributes }: Element, response: Response | null): boolean =>
  response?.cardinality === 'multiple' && attributes.maxChoices !== '1';

/** Options that keep their place while others change theirs have no like: then all keep it. */
function shuffles(interaction: Element, options: readonly Element[], sayings: Sayings): boolean {
  const shuffle = isTrue(interaction.attributes.shuffle);
  const fixed = options.some(({ attributes }) => isTrue(attributes.fixed));
  if (shuffle && fixed) sayings.lose('order-not-shuffled');
  return shuffle && !fixed;
}

/** Shares that differ from ours, of a sum of 100. */
function loseShares(
  { worth }: Response,
  options: readonly Element[],
  several: boolean,
  sayings: Sayings,
): void {
  const values = options.map((option) => worth.get(nameOf(option)) ?? 0);
  const all = several ? values.filter((value) => value > 0).reduce((a, b) => a + b, 0) : largest(values);
  if (worth.size === 0 || all <= 0) return;
  const shares = values.map((value) => (value * 100) / all);
  const partial = several ? unevenOf(shares) : shares.some((share) => share > 0 && share < 100);
  if (partial) sayings.lose('fractions', values.map(String).join(', '));
}

export function picked(interaction: Element, { item, told, sayings }: Item): Outcome {
  const response = responseOf(item, interaction.attributes.responseIdentifier);
  const options = optionsOf(interaction);
  const right = new Set(response ? rightOf(response) : []);
  const several = isSeveral(interaction, response);
  const texts = options.map((option) => sayings.ask(option));
  if (right.size === 0 && !isJudged(item)) return poll(told, texts, false, several);
  const { of, explanation } = feedbackOf(item, new Set(options.map(nameOf)), sayings);
  if (response) loseShares(response, options, several, sayings);
  const answers = options.map((option, i): Answer => {
    const feedback = of.get(nameOf(option)) ?? sayings.feedbackIn(option);
    return { text: texts[i] ?? '', right: right.has(nameOf(option)), feedback };
  });
  const shuffle = shuffles(interaction, options, sayings);
  return choice({ ...told, explanation: explanation || undefined }, answers, { several, shuffle });
}

export function ordered(interaction: Element, { item, told, sayings }: Item): Outcome {
  const right = responseOf(item, interaction.attributes.responseIdentifier)?.correct ?? [];
  const options = optionsOf(interaction);
  const named = new Map(options.map((option) => [nameOf(option), option]));
  const inOrder = right.map((name) => named.get(name)).filter((option) => option !== undefined);
  if (right.length === 0) return { becomes: null, fault: 'no-right-answer' };
  if (new Set(inOrder).size !== options.length)
    return { becomes: null, fault: 'unsupported-type', what: 'orderInteraction' };
  const { explanation } = feedbackOf(item, new Set(), sayings);
  return order(
    { ...told, explanation: explanation || undefined },
    inOrder.map((option) => sayings.ask(option)),
  );
}
