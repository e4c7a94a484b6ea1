import type { Format } from '#shared/exchange/report';
import { parseXml } from '../xml';
import { readAiken } from './aiken';
import { readCsv } from './csv/read';
import { readDocument } from './document';
import { readGift } from './gift/read';
import { readKahoot } from './kahoot';
import { refuse, type PackageReader, type TextReader } from './reader';

const later = () => refuse('unknown-format');
const laterText: TextReader = ({ text }) => {
  const xml = parseXml(text);
  return refuse(xml.ok ? 'unknown-format' : xml.error);
};

/** Who reads a single file. */
export const textReaders: Readonly<Record<Exclude<Format, 'kahoot-xlsx'>, TextReader>> = {
  trainoff: readDocument,
  gift: readGift,
  aiken: readAiken,
  csv: readCsv,
  'moodle-xml': laterText,
  'qti-2': laterText,
  'qti-3': laterText,
};

/** Who reads a package. */
export const packageReaders: Readonly<Record<'kahoot-xlsx' | 'qti-2' | 'qti-3', PackageReader>> = {
  'kahoot-xlsx': readKahoot,
  'qti-2': later,
  'qti-3': later,
};
