import type { Format } from '#shared/exchange/report';
import { readAiken } from './aiken';
import { readCsv } from './csv/read';
import { readDocument } from './document';
import { readGift } from './gift/read';
import { readKahoot } from './kahoot';
import { refuse, type PackageReader, type TextReader } from './reader';

const later = () => refuse('unknown-format');

/** Who reads a single file. */
export const textReaders: Readonly<Record<Exclude<Format, 'kahoot-xlsx'>, TextReader>> = {
  trainoff: readDocument,
  gift: readGift,
  aiken: readAiken,
  csv: readCsv,
  'moodle-xml': later,
  'qti-2': later,
  'qti-3': later,
};

/** Who reads a package. */
export const packageReaders: Readonly<Record<'kahoot-xlsx' | 'qti-2' | 'qti-3', PackageReader>> = {
  'kahoot-xlsx': readKahoot,
  'qti-2': later,
  'qti-3': later,
};
