import type { Format } from '#shared/exchange/report';
import { readAiken } from './aiken';
import { readCsv } from './csv/read';
import { readDocument } from './document';
import { readGift } from './gift/read';
import { readKahoot } from './kahoot';
import { readMoodleXml } from './moodle-xml';
import { readQti, readQtiPackage } from './qti/read';
import type { PackageReader, TextReader } from './reader';

/** Who reads a single file. */
export const textReaders: Readonly<Record<Exclude<Format, 'kahoot-xlsx'>, TextReader>> = {
  trainoff: readDocument,
  gift: readGift,
  aiken: readAiken,
  csv: readCsv,
  'moodle-xml': readMoodleXml,
  'qti-2': readQti,
  'qti-3': readQti,
};

/** Who reads a package. */
export const packageReaders: Readonly<Record<'kahoot-xlsx' | 'qti-2' | 'qti-3', PackageReader>> = {
  'kahoot-xlsx': readKahoot,
  'qti-2': readQtiPackage,
  'qti-3': readQtiPackage,
};
