import { all, below, first, isElement, textOf, type Element, type Node } from './xml';

/** A formula, between dollars; `sure` where its form is kept, and not only its characters. */
export interface Tex {
  readonly tex: string;
  readonly sure: boolean;
}

const inner = (element: Element): string =>
  element.children
    .map((node) => texOf(node))
    .join(' ')
    .replace(/ {2,}/g, ' ')
    .trim();

const part = (element: Element, index: number): string =>
  `{${texOf(element.children.filter(isElement)[index] ?? '').trim()}}`;

const FORMS: Readonly<Record<string, (element: Element) => string>> = {
  msup: (e) => `${part(e, 0)}^${part(e, 1)}`,
  msub: (e) => `${part(e, 0)}_${part(e, 1)}`,
  msubsup: (e) => `${part(e, 0)}_${part(e, 1)}^${part(e, 2)}`,
  mfrac: (e) => `\\frac${part(e, 0)}${part(e, 1)}`,
  msqrt: (e) => `\\sqrt{${inner(e)}}`,
  mroot: (e) => `\\sqrt[${part(e, 1)}]${part(e, 0)}`,
  mtext: (e) => `\\text{${textOf(e).replace(/[\\{}$]/g, '')}}`,
};
const GROUPS = new Set('math mrow mstyle semantics mi mn mo mspace mpadded'.split(' '));

function texOf(node: Node): string {
  if (!isElement(node))
    return node.replace(/[\\{}$%#&_^~]/g, (mark) => (mark === '\\' ? '\\backslash' : `\\${mark}`));
  if (node.name.startsWith('annotation')) return '';
  return FORMS[node.name]?.(node) ?? inner(node);
}

const isKnown = ({ name }: Element): boolean => GROUPS.has(name) || Object.hasOwn(FORMS, name);

const elementsIn = (element: Element): Element[] =>
  element.children
    .filter(isElement)
    .filter(({ name }) => !name.startsWith('annotation'))
    .flatMap((child) => [child, ...elementsIn(child)]);

/** A formula in MathML as TeX: what it says of itself in TeX if it does, else by its form. */
export function fromMathMl(math: Element): Tex {
  const said = below(math, 'annotation').find(({ attributes }) => /tex/i.test(attributes.encoding ?? ''));
  const source = said ? textOf(said).trim() : inner(first(math, 'semantics') ?? math);
  if (source === '') return { tex: '', sure: all(math, 'mrow').length === 0 };
  return {
    tex: `$${source.replace(/\s+/g, ' ')}$`,
    sure: said !== undefined || elementsIn(math).every(isKnown),
  };
}
