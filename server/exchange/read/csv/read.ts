import type { Report } from '#shared/exchange/report';
import { StepIds } from '../../step-ids';
import { refuse, type TextFile } from '../reader';
import { tableReport } from './rows';
import { rowsOf, tableIn } from './table';

/** A table of questions with a heading, in Italian or English, that says what its columns are. */
export function readCsv({ text, encoding, language }: TextFile): Report {
  const rows = rowsOf(text);
  if (rows === null) return refuse('too-many-questions');
  const table = tableIn(rows);
  if (!table) return refuse('unknown-format', 'CSV');
  return tableReport({ format: 'csv', encoding }, table, { language, ids: new StepIds(), speed: false });
}
