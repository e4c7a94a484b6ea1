import type { ColumnMeaning, Report } from '#shared/exchange/report';
import { figureOf } from '../../figures';
import { fromFormat } from '../../formats';
import { choice, faulty, numeric, order, poll, trueOrFalse, written } from '../../questions';
import type { StepIds } from '../../step-ids';
import { firstWords, Losses, type Told } from '../../steps';
import { reportOf, type Outcome } from '../reader';
import { namingOf, rightOf, type Naming } from './right';
import type { QuestionTable } from './table';

export interface RowRules {
  readonly language: string;
  readonly ids: StepIds;
  /** Whether who is quick gets more, as in Kahoot. */
  readonly speed: boolean;
}

/** A row by what its columns mean. */
interface Row {
  readonly number: number;
  readonly one: (means: ColumnMeaning) => string;
  readonly all: (means: ColumnMeaning) => string[];
}

/** What a spreadsheet would run. Here it is a text like any other. */
const FORMULA = /^[=@＝＠]|^[+\-＋－](?![\d.,\s]|$)/;

const TRUE = /^(?:vero|v|true|t|si|sì|yes|y|richtig|vrai|verdadero)$/i;
const FALSE = /^(?:falso|f|false|no|n|falsch|faux)$/i;

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/sondaggio|poll|survey|opinion/i, 'poll'],
  [/apert|open|essay|testo libero|free text|short|breve/i, 'open'],
  [/ordin|order|sequen/i, 'order'],
  [/numer/i, 'number'],
];

/** A number and its unit. */
const LONGEST_FIGURE = 60;

const typeOf = (said: string): string => TYPES.find(([pattern]) => pattern.test(said))?.[1] ?? '';

function toldOf(row: Row, { language, ids, speed }: RowRules, losses: Losses): Told {
  const say = (text: string) => losses.of(fromFormat(text, 'moodle'));
  const figure = (means: 'seconds' | 'points') => {
    const value = figureOf(
      row
        .one(means)
        .slice(0, LONGEST_FIGURE)
        .replace(/[^\d.,+-]+$/, ''),
    );
    if (value === null && row.one(means) !== '')
      losses.add(means === 'seconds' ? 'time-limit-changed' : 'points-changed', row.one(means));
    return value ?? undefined;
  };
  for (const lost of ['tags', 'category'] as const) if (row.one(lost) !== '') losses.add(lost, row.one(lost));
  if (row.one('picture') !== '') losses.add('picture-missing', row.one('picture'));
  return {
    ...{ language, ids, speed, name: row.one('title'), task: say(row.one('question')) },
    ...{ explanation: say(row.one('explanation')), hints: row.all('hint').map(say) },
    ...{ seconds: figure('seconds'), points: figure('points') },
  };
}

/** A number to find, a truth, or words of one's own: what has no options. */
function withoutOptions(row: Row, told: Told, type: string): Outcome {
  const right = row.one('right');
  if (type !== 'open' && TRUE.test(right)) return trueOrFalse(told, true);
  if (type !== 'open' && FALSE.test(right)) return trueOrFalse(told, false);
  const answer = figureOf(right);
  if (type === 'number' && answer === null) return faulty('not-a-number', right);
  if (type === 'open' || answer === null) return written(told, right === '' ? [] : [right]);
  const tolerance = figureOf(row.one('tolerance')) ?? 0;
  return numeric(told, { answer, tolerance: Math.abs(tolerance), unit: row.one('unit') });
}

function becomes(row: Row, rules: RowRules, naming: Naming, hasRight: boolean): Outcome {
  const losses = new Losses();
  const say = (text: string) => losses.of(fromFormat(text, 'moodle'));
  const first = toldOf(row, rules, losses);
  const type = typeOf(row.one('type'));
  const options = row.all('option').map(say);
  const wrong = row.all('wrong-option').map(say);
  const right = row.one('right');
  for (const cell of [row.one('question'), right, ...row.all('option')])
    if (FORMULA.test(cell)) losses.add('formula-in-cell', cell);
  const told = { ...first, lost: losses.all };
  if (type === 'poll') return poll(told, options);
  if (type === 'order') return order(told, options);
  if (wrong.length > 0 && options.length === 0) {
    const answers = [{ text: say(right), right: true }, ...wrong.map((text) => ({ text, right: false }))];
    return right === '' ? faulty('no-right-answer') : choice(told, answers);
  }
  if (options.length === 0) return withoutOptions(row, told, type);
  if (!hasRight) return faulty('missing-column', 'right');
  const marked = rightOf({ options: row.all('option'), right }, naming);
  if (!marked) return right === '' ? faulty('no-right-answer') : faulty('right-not-an-option', right);
  return choice(
    told,
    options.map((text, i) => ({ text, right: marked.includes(i) })),
  );
}

/** Options that share one cell stand between bars, semicolons or on lines of their own. */
const separated = (cell: string): string[] => cell.split(/\||\n/.test(cell) ? /\||\n/ : /;/);

/** The rows by what their columns mean. */
const rowsIn = ({ columns, rows }: QuestionTable): Row[] => {
  const together = columns.filter(({ means }) => means === 'option').length === 1;
  return rows.map(({ number, cells }) => {
    const all = (means: ColumnMeaning) => {
      const found = cells.filter((_, i) => columns[i]?.means === means);
      const each = means === 'option' && together ? found.flatMap(separated) : found;
      return each.map((cell) => cell.trim()).filter((cell) => cell !== '');
    };
    return { number, all, one: (means) => all(means)[0] ?? '' };
  });
};

type Head = Pick<Extract<Report, { refused: null }>, 'format' | 'encoding'>;

/** What a table of questions holds; a row without a word is no question. */
export function tableReport(head: Head, table: QuestionTable, rules: RowRules): Report {
  const { columns } = table;
  const asked = rowsIn(table).filter((row) => row.one('question') !== '' || row.all('option').length > 0);
  const naming = namingOf(asked.map((row) => ({ options: row.all('option'), right: row.one('right') })));
  const hasRight = columns.some(({ means }) => means === 'right');
  return reportOf({ ...head, columns }, asked, (row) => ({
    place: { unit: 'row', number: row.number },
    name: firstWords(row.one('title') || fromFormat(row.one('question'), 'moodle').text),
    type: row.one('type'),
    ...becomes(row, rules, naming, hasRight),
  }));
}
