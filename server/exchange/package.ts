import type { Detected } from './detect';
import type { Package } from './read/reader';
import { unzip, type Parts } from './unzip';

const decoder = new TextDecoder('utf-8');

const has = (parts: Parts, path: string): boolean => parts.has(path);
const some = (parts: Parts, path: RegExp): boolean => [...parts.keys()].some((part) => path.test(part));

/** Everything that a reader may want to read. */
const isText = (path: string): boolean => /\.(?:xml|qti|xhtml|html?|rels)$/i.test(path);

/** Archives that are something else, by a file that each has. */
const OTHERS: readonly (readonly [
  RegExp,
  'course-backup' | 'h5p-package' | 'word-document' | 'unknown-format',
  string?,
])[] = [
  [/^moodle_backup\.xml$/, 'course-backup'],
  [/^h5p\.json$/, 'h5p-package'],
  [/^word\/document\.xml$/, 'word-document'],
  [/^ppt\/presentation\.xml$/, 'unknown-format', 'pptx'],
  [/^mimetype$/, 'unknown-format', 'OpenDocument'],
];

/** The files of an archive, if it holds what can be read. */
export function openPackage(name: string, bytes: Uint8Array): Detected {
  const unpacked = unzip(bytes, isText);
  if (!unpacked.ok) return { refused: unpacked.error };
  const parts = unpacked.value;
  const other = OTHERS.find(([path]) => some(parts, path));
  if (other) return { refused: other[1], ...(other[2] && { what: other[2] }) };
  if (has(parts, 'xl/workbook.xml')) return { format: 'kahoot-xlsx', package: { name, parts } };
  const version = qtiOf({ name, parts });
  if (version === 'qti-1') return { refused: 'unknown-format', what: 'QTI 1.2' };
  return version ? { format: version, package: { name, parts } } : { refused: 'plain-zip' };
}

/** Whether a package has items of QTI, and of which version; by its items, whatever its manifest says. */
function qtiOf({ parts }: Package): 'qti-1' | 'qti-2' | 'qti-3' | null {
  const texts = [...parts].filter(([path]) => /\.(?:xml|qti)$/i.test(path));
  const heads = texts.map(([, part]) => decoder.decode(part.subarray(0, 4_096)));
  if (heads.some((head) => /<(?:\w+:)?qti-assessment-(?:item|test)\b/.test(head))) return 'qti-3';
  if (heads.some((head) => /<(?:\w+:)?assessment(?:Item|Test)\b/.test(head))) return 'qti-2';
  return heads.some((head) => /<questestinterop\b/.test(head)) ? 'qti-1' : null;
}
