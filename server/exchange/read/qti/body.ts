import { all, isElement, type Element, type Node } from '../../xml';

/** Ends an attempt, and asks nothing by itself. */
const BUTTON = 'endAttemptInteraction';
/** They stand in the middle of a sentence, which has a gap where they are. */
const INLINE = new Set(['textEntryInteraction', 'inlineChoiceInteraction']);

const isInteraction = ({ name }: Element): boolean => name.endsWith('Interaction') && name !== BUTTON;

/** What is asked for in a body, in the order of the page. */
export function interactionsIn(body: Element): readonly Element[] {
  return body.children
    .filter(isElement)
    .flatMap((child) => (isInteraction(child) ? [child] : interactionsIn(child)));
}

export const isInline = ({ name }: Element): boolean => INLINE.has(name);

/** For those who mark, and what only appears once something has been answered. */
const isUnseen = ({ name, attributes }: Element): boolean =>
  name === 'stylesheet' ||
  name === BUTTON ||
  name.startsWith('feedback') ||
  name.startsWith('template') ||
  (name === 'rubricBlock' && attributes.view !== undefined && !attributes.view.includes('candidate'));

/** What is read before an answer: of an interaction its prompt, or a gap. */
export function askedIn(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (!isElement(node)) return [node];
    if (isUnseen(node)) return [];
    if (isInteraction(node)) return isInline(node) ? ['____'] : all(node, 'prompt').map(paragraph);
    return [{ ...node, children: askedIn(node.children) }];
  });
}

const paragraph = ({ attributes, children }: Element): Element => ({
  name: 'p',
  attributes,
  children: askedIn(children),
});
