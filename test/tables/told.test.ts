import { afterEach, expect, test } from 'vitest';
import { keptOf, type Choice } from '#shared/tables/chosen';
import { sights, type Sight } from '#shared/tables/own';
import type { Table } from '#shared/tables/table';
import type { Locale } from '#shared/text';
import { columnWords, droppedWords, faultsWords, keptWords } from '../../client/activities/kit/own-data/told';
import { firstChoice } from '../../client/activities/kit/own-data/drafting';
import { overwriteGetLocale } from '../../client/i18n/generated/runtime.js';
import { readTableFile } from '../../server/tables/read-file';
import { asCsv, HEADINGS, shells, withCommas } from '../support/table';

afterEach(() => overwriteGetLocale(() => 'it'));

/** 500 rows and what a spreadsheet of a school has in it. */
function spoilt(change: (rows: string[][]) => string[][]): string {
  return asCsv([HEADINGS, ...change(withCommas(shells(500)))]);
}

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(text: string): Promise<Table> {
  const table = await readTableFile(bytes(text));
  if (!table) throw new Error('there is no table');
  return table;
}

/** What a teacher reads about a table in a language: what is left, what is not, what is wrong. */
function told(
  table: Table,
  locale: Locale,
  change: (choice: Choice) => Choice = (choice) => choice,
  sight: Sight = sights.lines,
): string[] {
  overwriteGetLocale(() => locale);
  const choice = change(firstChoice(table, true));
  const kept = keptOf(table, choice, null, sight);
  return [
    ...keptWords(kept, choice.copiesOut, locale),
    ...kept.dropped.map((dropped) => droppedWords(table, dropped, locale)),
    ...faultsWords(table, kept.faults),
  ];
}

/** The same rows, but what stands in one cell. */
const put = (rows: string[][], row: number, column: number, words: string): string[][] =>
  rows.map((cells, i) => (i === row ? cells.map((cell, j) => (j === column ? words : cell)) : cells));

const cases: readonly [what: string, text: string, it: string[], en: string[]][] = [
  ['nothing wrong', spoilt((rows) => rows), ['Righe che restano: 500.'], ['Rows that are left: 500.']],
  [
    'gaps',
    spoilt((rows) => put(put(put(rows, 1, 0, ''), 4, 0, 'NA'), 9, 1, '#N/D')),
    [
      'Righe che restano: 497.',
      'Senza un valore in «lunghezza (mm)»: 2 (righe 3, 6).',
      'Senza un valore in «larghezza (mm)»: 1 (riga 11).',
    ],
    [
      'Rows that are left: 497.',
      'Without a value in “lunghezza (mm)”: 2 (rows 3, 6).',
      'Without a value in “larghezza (mm)”: 1 (row 11).',
    ],
  ],
  [
    'text in a number column',
    spoilt((rows) => put(put(rows, 0, 0, 'rotta'), 7, 0, '31,2 circa')),
    [
      'Righe che restano: 498.',
      'Con del testo al posto del numero in «lunghezza (mm)»: 2 (righe 2, 9). C’è scritto «rotta», «31,2 circa».',
    ],
    [
      'Rows that are left: 498.',
      'With text instead of a number in “lunghezza (mm)”: 2 (rows 2, 9). They say “rotta”, “31,2 circa”.',
    ],
  ],
  [
    'three classes',
    spoilt((rows) => rows.map((row, i) => (i % 50 === 3 ? [...row.slice(0, 2), 'spirale'] : row))),
    [
      'Righe che restano: 490.',
      'Di altre classi in «specie»: 10 (righe 5, 55, 105, 155, 205 e altre 5). Sono «spirale».',
    ],
    [
      'Rows that are left: 490.',
      'Of other classes in “specie”: 10 (rows 5, 55, 105, 155, 205 and 5 more). They are “spirale”.',
    ],
  ],
  [
    'one class only',
    spoilt((rows) => rows.map((row) => [...row.slice(0, 2), 'cono'])),
    ['Righe che restano: 500.', 'In «specie» resta una classe sola: servono due classi diverse.'],
    ['Rows that are left: 500.', 'In “specie” one class alone is left: two different ones are needed.'],
  ],
  [
    'duplicates',
    spoilt((rows) => [...rows.slice(0, 490), ...rows.slice(0, 10)]),
    [
      'Righe che restano: 500.',
      'Righe uguali a una precedente: 10. Restano, e contano ogni volta; stanno tutte in vista o tutte nascoste.',
    ],
    [
      'Rows that are left: 500.',
      'Rows that are the same as an earlier one: 10. They stay, and count each time; they are all in sight or all hidden.',
    ],
  ],
  [
    'a row of headings in the middle',
    spoilt((rows) => [...rows.slice(0, 250), HEADINGS, ...rows.slice(250)]),
    ['Righe che restano: 500.', 'Titoli ripetuti in mezzo ai dati: 1 (riga 252).'],
    ['Rows that are left: 500.', 'Headings that come again among the data: 1 (row 252).'],
  ],
  [
    'hardly any rows of a class',
    spoilt((rows) => rows.map((row, i) => (i < 3 ? row : [...row.slice(0, 2), 'cono']))),
    [
      'Righe che restano: 500.',
      'Di una classe di «specie» restano meno di 15 righe: sono troppo poche da vedere e con cui giudicare.',
    ],
    [
      'Rows that are left: 500.',
      'Fewer than 15 rows of one class of “specie” are left: too few to be seen and to judge by.',
    ],
  ],
  [
    'hardly any rows',
    spoilt((rows) => rows.slice(0, 28)),
    [
      'Righe che restano: 28.',
      'Restano meno di 30 righe: 10 da vedere e 20 con cui giudicare sono il minimo.',
    ],
    [
      'Rows that are left: 28.',
      'Fewer than 30 rows are left: 10 to be seen and 20 to judge by are the least.',
    ],
  ],
  [
    'a title above the table',
    `Conchiglie della spiaggia\r\n\r\n${spoilt((rows) => rows)}`,
    ['Righe che restano: 500.', 'Sopra la tabella, non sono dati: 1 (riga 1).'],
    ['Rows that are left: 500.', 'Above the table, no data: 1 (row 1).'],
  ],
  [
    'formulas in cells',
    spoilt((rows) => put(rows, 2, 1, '=HYPERLINK("http://example.org")')),
    [
      'Righe che restano: 499.',
      'Con del testo al posto del numero in «larghezza (mm)»: 1 (riga 4). C’è scritto «=HYPERLINK("http://example.org")».',
    ],
    [
      'Rows that are left: 499.',
      'With text instead of a number in “larghezza (mm)”: 1 (row 4). They say “=HYPERLINK("http://example.org")”.',
    ],
  ],
];

test.each(cases)(
  'of a table with %s the teacher is told so, in both languages',
  async (_what, text, it, en) => {
    const table = await read(text);
    expect(told(table, 'it')).toEqual(it);
    expect(told(table, 'en')).toEqual(en);
  },
);

/** What of it is otherwise where networks learn from a table: of both classes enough rows have to judge. */
const ofRaces: Readonly<Record<string, readonly [it: string[], en: string[]]>> = {
  'hardly any rows of a class': [
    [
      'Righe che restano: 500.',
      'Di una classe di «specie» restano meno di 25 righe: sono troppo poche da vedere e con cui giudicare.',
    ],
    [
      'Rows that are left: 500.',
      'Fewer than 25 rows of one class of “specie” are left: too few to be seen and to judge by.',
    ],
  ],
  'hardly any rows': [
    [
      'Righe che restano: 28.',
      'Restano meno di 60 righe: 20 da vedere e 40 con cui giudicare sono il minimo.',
    ],
    [
      'Rows that are left: 28.',
      'Fewer than 60 rows are left: 20 to be seen and 40 to judge by are the least.',
    ],
  ],
};

test.each(cases)(
  'of a table with %s the teacher of a race is told so, in both languages',
  async (what, text, it, en) => {
    const table = await read(text);
    const [italian, english] = ofRaces[what] ?? [it, en];
    expect(told(table, 'it', undefined, sights.networks)).toEqual(italian);
    expect(told(table, 'en', undefined, sights.networks)).toEqual(english);
  },
);

test('for a race 38 rows are too few, and for a line they are not', async () => {
  const table = await read(spoilt((rows) => rows.slice(0, 38)));
  expect(told(table, 'en')).toEqual(['Rows that are left: 38.']);
  expect(told(table, 'en', undefined, sights.networks).slice(1)).toEqual(
    ofRaces['hardly any rows']?.[1].slice(1),
  );
});

test('a constant column is said to be one, is not offered first, and cannot be played', async () => {
  const constant = withCommas(shells(500)).map(([length = '', width = '', of = '']) => [
    length,
    '7,5',
    width,
    of,
  ]);
  const table = await read(asCsv([['lunghezza', 'peso', 'larghezza', 'specie'], ...constant]));
  overwriteGetLocale(() => 'it');
  expect(columnWords(table.columns[1]!, 'it')).toBe('numeri · sempre uguale');
  expect(told(table, 'it')).toEqual(['Righe che restano: 500.']);
  const chosen = (choice: Choice) => ({ ...choice, y: 1 });
  expect(told(table, 'it', chosen).slice(1)).toEqual([
    '«peso» ha lo stesso valore in ogni riga: non può distinguere niente. Scegli un’altra colonna.',
  ]);
  expect(told(table, 'en', chosen).slice(1)).toEqual([
    '“peso” has the same value in every row: it cannot tell anything apart. Choose another column.',
  ]);
});

test('who wants no copies is told which rows they were', async () => {
  const table = await read(spoilt((rows) => [...rows.slice(0, 490), ...rows.slice(0, 10)]));
  expect(told(table, 'it', (choice) => ({ ...choice, copiesOut: true }))).toEqual([
    'Righe che restano: 490.',
    'Uguali a una precedente: 10 (righe 492, 493, 494, 495, 496 e altre 5).',
  ]);
});

test('of six rows five are named, and one more', async () => {
  const table = await read(spoilt((rows) => rows.map((row, i) => (i < 6 ? ['', ...row.slice(1)] : row))));
  const of = 'lunghezza (mm)';
  expect(told(table, 'it')[1]).toBe(`Senza un valore in «${of}»: 6 (righe 2, 3, 4, 5, 6 e un’altra).`);
  expect(told(table, 'en')[1]).toBe(`Without a value in “${of}”: 6 (rows 2, 3, 4, 5, 6 and one more).`);
});

test('one column twice, and words for numbers, are refused by name', async () => {
  const table = await read(spoilt((rows) => rows));
  const twice = told(table, 'it', (choice) => ({ ...choice, y: choice.x }));
  expect(twice.slice(1)).toEqual(['Le due colonne sono la stessa, «lunghezza (mm)»: scegline due diverse.']);
  const words = told(table, 'en', (choice) => ({ ...choice, x: 2 }));
  expect(words.at(-1)).toBe('“specie” is not a column of numbers: choose another one.');
});

test('a table without a column of numbers says so once, and asks for no other column', async () => {
  const table = await read(asCsv([['nome', 'colore'], ...shells(40).map(() => ['guscio', 'grigio'])]));
  expect(told(table, 'en').at(-1)).toBe(
    'No column of this table has numbers, and they are needed here. Read another table.',
  );
  expect(told(table, 'it').filter((words) => words.includes('nessuna colonna ha numeri'))).toHaveLength(1);
  expect(told(table, 'it').join(' ')).not.toContain('scegline un’altra');
});

test('of more than 2,000 rows as many are taken, evenly from the whole file', async () => {
  const table = await read(asCsv([HEADINGS, ...withCommas(shells(5_000))]));
  expect(told(table, 'en')).toEqual([
    'Rows that are left: 2,000.',
    'Beyond the 2,000: 3,000. Those that are kept are taken evenly from the whole file.',
  ]);
  expect(table.rows.at(-1)?.number).toBeGreaterThan(4_990);
});
