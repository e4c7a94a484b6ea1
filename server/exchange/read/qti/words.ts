import { isElement, type Element, type Node } from '../../xml';

/** `max-choices` as `maxChoices`. */
const joined = (name: string): string =>
  name.replace(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());

const PREFIX = 'qti-';

/** QTI 3 writes `qti-choice-interaction` and `max-choices` where QTI 2 has `choiceInteraction` and `maxChoices`. */
export function inWordsOfTwo(element: Element): Element {
  const children = element.children.map((node: Node) => (isElement(node) ? inWordsOfTwo(node) : node));
  if (!element.name.startsWith(PREFIX)) return { ...element, children };
  const attributes = Object.entries(element.attributes).map(([name, value]) => [joined(name), value]);
  return {
    name: joined(element.name.slice(PREFIX.length)),
    attributes: Object.fromEntries(attributes) as Record<string, string>,
    children,
  };
}

/** Which QTI a document of ours is written in, by its root; null: it is none that we read. */
export function versionOf({ name }: Element): 'qti-2' | 'qti-3' | null {
  if (name === 'assessmentItem' || name === 'assessmentTest') return 'qti-2';
  return name === 'qti-assessment-item' || name === 'qti-assessment-test' ? 'qti-3' : null;
}
