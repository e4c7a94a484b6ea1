import type { Locale } from '#shared/text';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Where the parts of a workbook stand in its archive (ECMA-376, part 1, 12.3 and 18.2). */
export const PARTS = {
  styles: 'xl/styles.xml',
  sheet: (index: number) => `xl/worksheets/sheet${index + 1}.xml`,
} as const;

/** What XML 1.0 has a place for: no control characters, and no half of a character that stands alone. */
const isWritable = (point: number): boolean =>
  point === 0x9 ||
  point === 0xa ||
  point === 0xd ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  point >= 0x1_0000;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text between two tags or in an attribute. */
export const escaped = (text: string): string =>
  [...text]
    .filter((character) => isWritable(character.codePointAt(0) ?? 0))
    .map((character) => ENTITIES[character] ?? character)
    .join('');

/** A column as spreadsheets call it: A, Z, AA. */
export const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** Everything around the sheets; the style's relation comes after theirs. */
export function workbookParts(names: readonly string[]): Record<string, string> {
  const sheets = names.map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const relations = [
    ...names.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    relation(names.length + 1, 'styles', 'styles.xml'),
  ];
  // Printed over several pages, a table has its header on each, and its first two columns.
  const titles = names.map(
    (name, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escaped(name)}'!$A:$B,'${escaped(name)}'!$1:$1</definedName>`,
  );
  return {
    '[Content_Types].xml': contentTypes(names.length),
    '_rels/.rels': related([relation(1, 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': related(relations),
  };
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const related = (relations: readonly string[]): string =>
  `${XML}<Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`;

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  return (
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('xl/workbook.xml', 'sheet.main') +
    part(PARTS.styles, 'styles') +
    Array.from({ length: sheets }, (_, i) => part(PARTS.sheet(i), 'worksheet')).join('') +
    '</Types>'
  );
}

/** How a time is shown; numbers of formats from 164 on are a file's own (ECMA-376, part 1, 18.8.30). */
const TIME_FORMAT = 164;
const timeFormats: Readonly<Record<Locale, string>> = {
  it: 'dd/mm/yyyy hh:mm:ss',
  en: 'yyyy-mm-dd hh:mm:ss',
};

/** 0: as it comes; 1: a header, bold and in lines; 2: a text, in lines; 3: a time. */
export const stylesheet = (locale: Locale): string =>
  `${XML}<styleSheet xmlns="${MAIN}">` +
  `<numFmts count="1"><numFmt numFmtId="${TIME_FORMAT}" formatCode="${timeFormats[locale]}"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf>' +
  `<xf numFmtId="${TIME_FORMAT}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
  '</cellXfs></styleSheet>';
