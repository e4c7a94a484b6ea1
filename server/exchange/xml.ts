import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { err, ok, type Result } from '#shared/result';
import { withoutEntities } from './entities';

/** An element, its children in their order; names and attributes without their prefixes. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}
/** Text is what it means: entities are characters. */
export type Node = Element | string;

export type XmlRefusal = 'broken-xml' | 'entities-refused' | 'too-deep';

/** Elements in one another. Items of QTI with tables in tables have 30. */
const DEEPEST = 64;
/** Tags of a file. A bank of 1,000 questions has 60,000. */
const MOST_TAGS = 400_000;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  removeNSPrefix: true,
  maxNestedTags: DEEPEST,
});

/** What may stand before the first element: declarations, comments, space. */
const BEFORE = /\s*(?:<\?[^>]*\?>|<!--[^]*?-->)\s*|\s+/y;

/** Where the document type begins, or -1 if there is none. */
function doctypeAt(text: string): number {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    BEFORE.lastIndex = at;
    if (!BEFORE.test(text)) break;
    at = BEFORE.lastIndex;
  }
  return /^<!doctype/i.test(text.slice(at, at + 9)) ? at : -1;
}

/** The text without its document type, which no reader needs; one that declares entities is refused. */
function withoutDoctype(text: string): Result<string, XmlRefusal> {
  const start = doctypeAt(text);
  if (start < 0) return ok(text);
  const bracket = text.indexOf('[', start);
  const plain = text.indexOf('>', start);
  if (plain < 0) return err('broken-xml');
  if (bracket < 0 || bracket > plain) return ok(text.slice(0, start) + text.slice(plain + 1));
  const end = text.indexOf(']', bracket);
  const inside = text.slice(bracket, end < 0 ? undefined : end);
  if (/<!entity/i.test(inside)) return err('entities-refused');
  const close = text.indexOf('>', end);
  return end < 0 || close < 0 ? err('broken-xml') : ok(text.slice(0, start) + text.slice(close + 1));
}

function tooManyTags(text: string): boolean {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1))
    if (++tags > MOST_TAGS) return true;
  return false;
}

type Raw = Readonly<Record<string, unknown>>;

const ATTRIBUTES = ':@';

function attributesOf(raw: Raw): Record<string, string> {
  const attributes = Object.entries((raw[ATTRIBUTES] ?? {}) as Raw);
  return Object.fromEntries(attributes.map(([name, value]) => [name, withoutEntities(String(value))]));
}

function nodeOf(raw: Raw): Node | null {
  const name = Object.keys(raw).find((key) => key !== ATTRIBUTES);
  if (name === undefined || name.startsWith('?')) return null;
  const inside = raw[name];
  if (name === '#text') return withoutEntities(String(inside));
  const children = inside as readonly Raw[];
  if (name === '#cdata')
    return children.map((child) => String(child['#text'] as string | undefined)).join('');
  return { name, attributes: attributesOf(raw), children: nodesOf(children) };
}

const nodesOf = (raws: readonly Raw[]): Node[] => raws.map(nodeOf).filter((node) => node !== null);

/**
 * The root of an XML document. Refuses with `broken-xml`, with `entities-refused` a document that declares entities of
 * its own, and with `too-deep` one that nests deeper or has more tags than any file of questions.
 */
export function parseXml(text: string): Result<Element, XmlRefusal> {
  const bare = withoutDoctype(text);
  if (!bare.ok) return bare;
  if (tooManyTags(bare.value)) return err('too-deep');
  try {
    const raws = parser.parse(bare.value) as readonly Raw[];
    if (XMLValidator.validate(bare.value) !== true) return err('broken-xml');
    const root = nodesOf(raws).find((node) => typeof node !== 'string');
    return root ? ok(root) : err('broken-xml');
  } catch (error) {
    return err(error instanceof Error && error.message.includes('nested tags') ? 'too-deep' : 'broken-xml');
  }
}

export const isElement = (node: Node): node is Element => typeof node !== 'string';

/** The children with this name, in their order. */
export const all = ({ children }: Element, name: string): Element[] =>
  children.filter(isElement).filter((child) => child.name === name);

/** The first child with this name. */
export const first = (element: Element, name: string): Element | undefined => all(element, name)[0];

/** All text in an element and below, as it stands. */
export const textOf = (element: Element | undefined): string =>
  (element?.children ?? []).map((node) => (isElement(node) ? textOf(node) : node)).join('');

/** Every element below with this name, at any depth, in the order of the document. */
export const below = (element: Element, name: string): Element[] =>
  element.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);
