/** What a cell of a file holds once the file was read; null: nothing. A date is its text. */
export type Cell = string | number | boolean | null;

/** What people and programs write where a value is missing. */
const GAPS = new Set([
  '',
  'na',
  'n/a',
  'n.a.',
  'nan',
  'null',
  'none',
  'nd',
  'n.d.',
  '-',
  '–',
  '—',
  '?',
  '.',
  '...',
  '…',
]);

/** A cell in which nothing was measured: empty, or with a word or a spreadsheet's error for that. */
export function isGap(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell === null || (typeof cell === 'number' && !Number.isFinite(cell));
  const words = cell.trim();
  return (
    GAPS.has(words.toLowerCase()) ||
    /^#(N\/A|N\/D|DIV\/0!|DIV\/0|VALUE!|VALORE!|REF!|RIF!|NAME\?|NOME\?|NUM!|NULL!|NULLO!)$/i.test(words)
  );
}

/** What a cell says, without what stands around it. */
export const wordsOf = (cell: Cell): string => (cell === null ? '' : String(cell).trim());

/** Whether a text is a day: spreadsheets take 3.5 and 1/2 for one. */
export const isDate = (words: string): boolean =>
  /^\d{4}-\d{1,2}-\d{1,2}([T ].*)?$/.test(words) || /^\d{1,2}[/.]\d{1,2}[/.](\d{2}|\d{4})$/.test(words);
