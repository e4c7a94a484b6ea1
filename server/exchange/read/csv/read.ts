import type { Report } from '#shared/exchange/report';
import { StepIds } from '../../step-ids';
import { refuse, type TextFile } from '../reader';
import { questionsIn } from './rows';
import { rowsOf, tableIn } from './table';

/** A table of questions with a heading, in Italian or English, that says what its columns are. */
export function readCsv({ text, encoding, language }: TextFile): Report {
  const table = tableIn(rowsOf(text));
  if (!table) return refuse('unknown-format', 'CSV');
  const questions = questionsIn(table, { language, ids: new StepIds(), speed: false });
  return {
    ...({ refused: null, format: 'csv', encoding, title: null, language: null, lesson: null } as const),
    ...{ columns: table.columns, questions },
  };
}
