import type { Column, ColumnMeaning, Report } from '#shared/exchange/report';
import { languageOf } from '../language';
import { StepIds } from '../step-ids';
import { rowsOfWorkbook } from '../workbook';
import { tableReport } from './csv/rows';
import { tableIn } from './csv/table';
import { refuse, type Package } from './reader';

/** What the template of Kahoot has columns for, and a table of something else has not. */
const OF_KAHOOT: readonly ColumnMeaning[] = ['question', 'option', 'right', 'seconds'];

const isKahoot = (columns: readonly Column[]): boolean =>
  OF_KAHOOT.every((wanted) => columns.some(({ means }) => means === wanted));

/** The workbook that Kahoot has as a template: who is quick gets more, as there. */
export async function readKahoot(file: Package): Promise<Report> {
  const rows = await rowsOfWorkbook(file);
  if (!rows.ok) return refuse(rows.error);
  const table = tableIn(rows.value);
  if (!table || !isKahoot(table.columns)) return refuse('plain-xlsx');
  const below = table.rows.flatMap(({ cells }) => cells).join(' ');
  const rules = { language: languageOf(below), ids: new StepIds(), speed: true };
  return tableReport({ format: 'kahoot-xlsx', encoding: null }, table, rules);
}
