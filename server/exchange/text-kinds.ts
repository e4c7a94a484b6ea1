import type { Format } from '#shared/exchange/report';
import type { Refused } from './known-bytes';
import { headingOf } from './read/csv/table';

type TextFormat = Exclude<Format, 'kahoot-xlsx'>;

/** Characters that are looked at where the whole need not be. */
const BEGINNING = 20_000;

/** The first elements of files that begin with `<`. */
const ROOTS: Readonly<Record<string, TextFormat | Refused>> = {
  quiz: 'moodle-xml',
  assessmentitem: 'qti-2',
  assessmenttest: { refused: 'no-questions', what: 'assessmentTest' },
  'qti-assessment-item': 'qti-3',
  'qti-assessment-test': { refused: 'no-questions', what: 'qti-assessment-test' },
  questestinterop: { refused: 'unknown-format', what: 'QTI 1.2' },
  manifest: { refused: 'no-questions', what: 'imsmanifest.xml' },
  moodle_backup: { refused: 'course-backup' },
  html: { refused: 'web-page' },
  '!doctype html': { refused: 'web-page' },
  svg: { refused: 'picture' },
};

/** The name of the first element, or the document type of a web page. */
function rootOf(text: string): string {
  const beginning = text.slice(0, BEGINNING).replace(/<!--[^]*?-->|<\?[^>]*\?>/g, '');
  if (/^\s*<!doctype\s+html/i.test(beginning)) return '!doctype html';
  return (/<(?:[\w-]+:)?([A-Za-z][\w.-]*)/.exec(beginning)?.[1] ?? '').toLowerCase();
}

const UNKNOWN: Refused = { refused: 'unknown-format' };

function markedUp(text: string): TextFormat | Refused {
  const root = rootOf(text);
  const known = Object.hasOwn(ROOTS, root) ? ROOTS[root] : undefined;
  if (known !== undefined) return known;
  if (/^\s*<\?xml/.test(text)) return { ...UNKNOWN, ...(root && { what: `<${root}>` }) };
  // A question may begin with a paragraph.
  if (!/<(?:body|head)\b/i.test(text.slice(0, BEGINNING)) && GIFT.test(text)) return 'gift';
  if (/<(?:body|head|div|p|table)\b/i.test(text.slice(0, BEGINNING))) return { refused: 'web-page' };
  return /<\/[\w:.-]+>\s*$/.test(text) && root ? { ...UNKNOWN, what: `<${root}>` } : UNKNOWN;
}

const AIKEN = /^ANSWER\s*:\s*[A-Z]/im;
const AIKEN_OPTION = /^[ \t]*[A-Z][.)]\s/m;
/** Answers between braces, a title, or a category; a text with other braces is none. */
const GIFT = /(?<!\\)\{\s*(?:[=~#]|(?:TRUE|FALSE|T|F)\s*[#}]|\})|^::[^:\n]+::|^\$CATEGORY:/m;

/** More of these than one in a hundred, and it is no text. */
const isBinary = (text: string): boolean =>
  (text.slice(0, BEGINNING).match(/(?![\t\n\v\f\r])\p{Cc}|\uFFFD/gu)?.length ?? 0) >
  Math.min(text.length, BEGINNING) / 100;

/** What a text is, or why it is nothing that can be read. */
export function looksLikeText(name: string, whole: string): TextFormat | Refused {
  const text = whole.replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (start.startsWith('<') && !/\.(?:gift|csv)$/i.test(name)) {
    const found = markedUp(start);
    if (typeof found === 'string' || found.refused !== 'unknown-format' || found.what) return found;
  }
  if (/^[{[]/.test(start) && (/\.json$/i.test(name) || /^(?:\{\s*["}]|\[\s*[[{"\]])/.test(start)))
    return 'trainoff';
  if (isBinary(text)) return UNKNOWN;
  if (AIKEN.test(text) && AIKEN_OPTION.test(text)) return 'aiken';
  if (!/\.gift$/i.test(name) && headingOf(text) !== null) return 'csv';
  if (/\.(?:csv|tsv)$/i.test(name)) return 'csv';
  return GIFT.test(text) || /\.gift$/i.test(name) ? 'gift' : UNKNOWN;
}
