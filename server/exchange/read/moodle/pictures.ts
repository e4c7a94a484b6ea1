import { LONGEST_PICTURE } from '#shared/activities/slide/config';
import { fromNodes, type Said } from '../../html';
import { parseHtml } from '../../html-tree';
import { first, isElement, textOf, type Element, type Node } from '../../xml';
import { fileNamed, filesOf } from './texts';

/** A picture of a slide, as its configuration has it but for the language of its words. */
export interface Picture {
  readonly data: string;
  readonly alt: string;
}

/** What a file begins with in base64, by what it then is. */
const TYPES = { iVBORw0KGgo: 'png', '/9j/': 'jpeg', UklGR: 'webp' } as const;

/** A file as a picture that a slide can show; null: it is none, or too large. */
function dataOf(file: Element): string | null {
  const base64 = textOf(file).replace(/\s+/g, '');
  const type = Object.entries(TYPES).find(([begin]) => base64.startsWith(begin))?.[1];
  const data = `data:image/${type};base64,${base64}`;
  return type && data.length <= LONGEST_PICTURE && /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? data : null;
}

/** The first element that fits, wherever it is. */
function found(nodes: readonly Node[], fits: (element: Element) => boolean): Element | null {
  for (const node of nodes.filter(isElement)) {
    const inside = fits(node) ? node : found(node.children, fits);
    if (inside) return inside;
  }
  return null;
}

const without = (nodes: readonly Node[], one: Element): Node[] =>
  nodes
    .filter((node) => node !== one)
    .map((node) => (isElement(node) ? { ...node, children: without(node.children, one) } : node));

/** What a text in HTML shows: its first picture that a slide can show, and the words without it; null: no such picture. */
export function pictureAndWords(holder: Element): { readonly picture: Picture; readonly said: Said } | null {
  const files = filesOf(holder);
  const nodes = parseHtml(textOf(first(holder, 'text')));
  const data = (img: Element) => {
    const file = files.get(fileNamed(img.attributes.src ?? '') ?? '');
    return file ? dataOf(file) : null;
  };
  const img = found(nodes, (element) => element.name === 'img' && data(element) !== null);
  const shown = img && data(img);
  if (!img || !shown) return null;
  const said = fromNodes(without(nodes, img), { has: (address) => files.has(fileNamed(address) ?? '') });
  return { picture: { data: shown, alt: (img.attributes.alt ?? '').trim() }, said };
}
