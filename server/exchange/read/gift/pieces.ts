/** One question's text, masked, and the line on which it begins. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  /** The category that it is the first of. */
  readonly category: string | null;
  /** What comments before it say: `[tag:easy]`, `[id:q7]`. */
  readonly tags: readonly string[];
  readonly id: string;
}

interface Paragraph {
  readonly line: number;
  readonly lines: string[];
}

/** Stretches of lines without an empty one; a comment is no line, and an empty one does not end with it. */
function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') open = null;
    else if (open) open.lines.push(line);
    else found.push((open = { line: index + 1, lines: [line] }));
  }
  return found;
}

const isOpen = (text: string): boolean => {
  let depth = 0;
  for (const character of text)
    depth = character === '{' ? depth + 1 : character === '}' ? Math.max(0, depth - 1) : depth;
  return depth > 0;
};

const BEGINS = /^\s*(?:::|\$CATEGORY:)/;
/** Paragraphs that one question may have in its braces. */
const MOST_JOINED = 40;

/**
 * An empty line ends a question, also in its braces. As people do write empty lines there, paragraphs are joined until
 * the brace closes, unless another question begins before.
 */
function closed(list: readonly Paragraph[], at: number): number {
  const first = withoutComments(list[at]?.lines ?? []);
  if (!isOpen(first)) return at + 1;
  let text = first;
  for (let next = at + 1; next < Math.min(list.length, at + MOST_JOINED); next++) {
    const added = withoutComments(list[next]?.lines ?? []);
    if (BEGINS.test(added) || /^[^{}]*\{/.test(added)) return at + 1;
    text += `\n\n${added}`;
    if (!isOpen(text)) return next + 1;
  }
  return at + 1;
}

const isComment = (line: string): boolean => line.trimStart().startsWith('//');
const withoutComments = (lines: readonly string[]): string =>
  lines.filter((line) => !isComment(line)).join('\n');

const CATEGORY = /^\s*\$CATEGORY\s*:(.*)$/;
const ID = /\[id:([^\]]{1,100})\]/;
const TAG = /\[tag:([^\]]{1,100})\]/g;

/** Cuts a masked file into its questions. */
export function pieces(text: string): Piece[] {
  const list = paragraphs(text);
  const found: Piece[] = [];
  let category: string | null = null;
  let tags: string[] = [];
  let id = '';
  for (let at = 0; at < list.length;) {
    const end = closed(list, at);
    const joined = list.slice(at, end);
    const lines = joined.flatMap((paragraph, i) => (i === 0 ? paragraph.lines : ['', ...paragraph.lines]));
    for (const line of lines) {
      category = CATEGORY.exec(line)?.[1]?.trim() ?? category;
      if (isComment(line)) id = ID.exec(line)?.[1]?.trim() ?? id;
      if (isComment(line)) tags.push(...[...line.matchAll(TAG)].map(([, tag = '']) => tag));
    }
    const isSaid = (line: string) => !isComment(line) && !CATEGORY.test(line);
    const first = lines.findIndex((line) => isSaid(line) && line.trim() !== '');
    if (first >= 0) {
      const line = (joined[0]?.line ?? 1) + first;
      found.push({ line, text: lines.filter(isSaid).join('\n').trim(), category, tags, id });
      category = null;
      tags = [];
      id = '';
    }
    at = end;
  }
  return found;
}
