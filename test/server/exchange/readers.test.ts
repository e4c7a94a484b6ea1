import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Question, Report } from '#shared/exchange/report';
import { bindStep } from '#shared/activities/registry';
import { readDraft, readLesson } from '#shared/lessons/check';
import { read } from '../../../server/exchange/read';
import { toXlsx } from '../../../server/past/xlsx';
import { lessons } from '../../support/lessons';

const bytes = (text: string) => new TextEncoder().encode(text);

async function reportOf(name: string, content: string | Uint8Array) {
  const report = await read({ name, bytes: typeof content === 'string' ? bytes(content) : content });
  if (report.refused !== null) throw new Error(`${report.refused} ${report.what ?? ''}`);
  for (const question of report.questions)
    if (question.becomes !== null && report.format !== 'trainoff') {
      const { kind, version = 1, config } = question.step;
      expect(bindStep({ kind, version, config }).ok, JSON.stringify(question)).toBe(true);
    }
  return report;
}

/** What becomes of each: its kind and what is lost, or its fault. */
const fates = ({ questions }: { readonly questions: readonly Question[] }) =>
  questions.map((one) =>
    one.becomes === null
      ? `${one.place.number} ${one.fault}${one.what ? `: ${one.what}` : ''}`
      : [one.place.number, one.becomes, ...one.lost.map(({ code }) => code)].join(' '),
  );

const stepsOf = ({ questions }: { readonly questions: readonly Question[] }) =>
  questions.flatMap((one) => (one.becomes === null ? [] : [one.step]));

describe('Aiken', () => {
  const text = [
    'Which is <b>right</b>?',
    'Think of 2*3.',
    'A) this',
    'B. that, in',
    'two lines',
    'ANSWER: B',
    '',
    'Nothing right?',
    'A) a',
    'B) b',
    'ANSWER: C',
    '',
    'No answer?',
    'A) a',
    'B) b',
    '',
    'Several?',
    'A) a',
    'B) b',
    'C) c',
    'answer: A, C',
    'ANSWER: A',
    'One?',
    'A) a',
    'ANSWER: A',
  ];

  test.each(['\n', '\r\n'])('gives what is sound, and says the line of what is not', async (end) => {
    const report = await reportOf('quiz.txt', text.join(end));
    expect(report).toMatchObject({ format: 'aiken', encoding: 'utf-8' });
    expect(fates(report)).toEqual([
      '1 choice',
      '8 right-not-an-option: C',
      '13 no-right-answer',
      '17 choice',
      '22 empty-question',
      '23 too-few-options',
    ]);
    expect(stepsOf(report)[0]).toMatchObject({
      task: { en: 'Which is <b>right</b>?\nThink of 2*3.' },
      config: { options: [{ text: { en: 'this' } }, { text: { en: 'that, in\ntwo lines' } }], right: ['b'] },
    });
    expect(stepsOf(report)[1]).toMatchObject({ config: { right: ['a', 'c'], several: true } });
  });
});

describe('a table of questions', () => {
  const rows = [
    [
      'Domanda',
      'Risposta A',
      'Risposta B',
      'Risposta C',
      'Corretta',
      'Tempo',
      'Punti',
      'Spiegazione',
      'Nota',
    ],
    ['Quale è il sole?', 'la stella', 'il sasso', 'la luna', 'A', '20', '500', 'Perché sì', 'x'],
    ['Quali due?', 'uno', 'due', 'tre', '1, 3', '2 s', '9000', '', ''],
    ['Quanto fa, in tutto?', '', '', '', '3,5', '', '', '', ''],
    ['È vero che è così?', '', '', '', 'vero', '', '', '', ''],
    ['Chi è stato?', '', '', '', 'Ada', '', '', '', ''],
    ['', '', '', '', '', '', '', '', ''],
    ['=HYPERLINK("http://x","y")', 'a', 'b', '', 'B', '', '', '', ''],
    ['Quale?', 'a', 'b', '', 'D', '', '', '', ''],
    ['', 'a', 'b', '', 'A', '', '', '', ''],
  ];
  const written = (separator: string) =>
    rows
      .map((row) =>
        row
          .map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(separator),
      )
      .join('\r\n');

  test.each([',', ';', '\t'])('is read by its headings, with %j between its cells', async (separator) => {
    const report = await reportOf('domande.csv', written(separator));
    expect(fates(report)).toEqual([
      '2 choice',
      '3 choice points-changed time-limit-changed',
      '4 numeric',
      '5 choice',
      '6 text answers-not-graded',
      '8 choice formula-in-cell',
      '9 right-not-an-option: D',
      '10 empty-question',
    ]);
    const [first, second, third] = stepsOf(report);
    expect(first).toMatchObject({
      seconds: 20,
      points: 500,
      timing: 'accuracy',
      explanation: { it: 'Perché sì' },
    });
    expect(second).toMatchObject({ seconds: 5, points: 2_000, config: { right: ['a', 'c'], several: true } });
    expect(third).toMatchObject({ config: { variants: [{ answer: 3.5 }], tolerance: 0 } });
  });

  test('says what it took each column for', async () => {
    const { columns } = await reportOf('domande.csv', written(';'));
    expect(columns?.map(({ heading, means }) => `${heading}: ${means}`)).toEqual([
      ...[
        'Domanda: question',
        'Risposta A: option',
        'Risposta B: option',
        'Risposta C: option',
        'Corretta: right',
      ],
      ...['Tempo: seconds', 'Punti: points', 'Spiegazione: explanation', 'Nota: null'],
    ]);
  });

  test('is read in English, below other rows, with what Excel says first', async () => {
    const text =
      'sep=;\nMy quiz;;;\n;;;\nQuestion;Option 1;Option 2;Correct answer\nWhat is this?;"a ""b""";c;c\n';
    const report = await reportOf('q.csv', text);
    expect(fates(report)).toEqual(['5 choice']);
    expect(stepsOf(report)[0]).toMatchObject({
      config: { options: [{ text: { en: 'a "b"' } }, {}], right: ['b'] },
    });
  });

  test('names right options by their place or by their text, all rows alike', async () => {
    const heading = 'Question,Option 1,Option 2,Option 3,Correct\n';
    const rights = async (...lines: string[]) =>
      stepsOf(await reportOf('q.csv', heading + lines.join('\n'))).map(
        ({ config }) => (config as { right: string[] }).right,
      );
    expect(await rights('Half of 4?,1,3,2,3', 'Half of 6?,1,2,3,3')).toEqual([['c'], ['c']]);
    expect(await rights('Half of 6?,1,3,2,3', 'Half of 20?,5,10,7,10')).toEqual([['b'], ['b']]);
  });

  test('may have its wrong options apart, or all options in one cell', async () => {
    const apart = await reportOf(
      'q.csv',
      'Question,Correct answer,Incorrect answer 1,Incorrect answer 2\nQ?,yes,no,never',
    );
    expect(stepsOf(apart)[0]).toMatchObject({ config: { right: ['a'], options: [{}, {}, {}] } });
    const together = await reportOf('q.csv', 'Question,Options,Answer\nQ?,yes|no|never,B');
    expect(stepsOf(together)[0]).toMatchObject({ config: { right: ['b'], options: [{}, {}, {}] } });
  });

  test('without a column of right answers has faults that say so', async () => {
    expect(fates(await reportOf('q.csv', 'Question,Option 1,Option 2\nQ?,a,b'))).toEqual([
      '2 missing-column: right',
    ]);
  });

  test('in Windows-1252 and in UTF-16 is the same', async () => {
    const text = 'Domanda;Opzione 1;Opzione 2;Corretta\nPerché è così?;sì;no;1\n';
    const windows = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]);
    for (const [content, encoding] of [
      [windows, 'windows-1252'],
      [utf16, 'utf-16le'],
      [`\uFEFF${text}`, 'utf-8-bom'],
    ] as const) {
      const report = await reportOf('q.csv', content);
      expect([report.encoding, stepsOf(report)[0]?.task]).toEqual([encoding, { it: 'Perché è così?' }]);
    }
  });
});

describe('Kahoot’s workbook', () => {
  const heading = [
    ...['', 'Question - max 120 characters', 'Answer 1 - max 75 characters', 'Answer 2 - max 75 characters'],
    ...['Answer 3 - max 75 characters', 'Answer 4 - max 75 characters'],
    ...[
      'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
      'Correct answer(s) - choose at least one',
    ],
  ];
  const workbook = (...rows: (string | number)[][]) =>
    toXlsx([{ name: 'Sheet1', table: [...Array.from({ length: 7 }, () => ['']), heading, ...rows] }], 'en');

  test('has its questions below the heading, who is quick gets more, several may be right', async () => {
    const report = await reportOf(
      'quiz.xlsx',
      workbook(
        [1, 'Which of the two is it?', 'a', 'b', 'c', 'd', 60, '1,3'],
        [2, 'And this?', 'x', 'y', '', '', 20, 2],
        [3, '', '', '', '', '', '', ''],
        [4, 'No answer?', 'x', 'y', '', '', 20, ''],
      ),
    );
    expect(report).toMatchObject({ format: 'kahoot-xlsx', encoding: null });
    expect(fates(report)).toEqual(['9 choice', '10 choice', '12 no-right-answer']);
    expect(stepsOf(report)).toMatchObject([
      { seconds: 60, timing: 'speed', config: { right: ['a', 'c'], several: true } },
      { seconds: 20, timing: 'speed', config: { right: ['b'], several: false } },
    ]);
  });

  test('is told from other workbooks, broken ones, and ones with entities of their own', async () => {
    const other = toXlsx(
      [
        {
          name: 'a',
          table: [
            ['Question', 'Answer'],
            ['a', 'b'],
          ],
        },
      ],
      'en',
    );
    expect(await read({ name: 'a.xlsx', bytes: other })).toEqual({ refused: 'plain-xlsx' });
    const broken = zipSync({ 'xl/workbook.xml': strToU8('<workbook') });
    expect(await read({ name: 'a.xlsx', bytes: broken })).toEqual({ refused: 'broken-xlsx' });
    const hostile = zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>') });
    expect(await read({ name: 'a.xlsx', bytes: hostile })).toEqual({ refused: 'entities-refused' });
  });
});

describe('what is taken of a file', () => {
  test('can be played as it is', async () => {
    const gift =
      'Uno? {=a#sì ~b#no}\n\nDue? {#3,5:0,1}\n\nTre? {T}\n\nQuattro? {}\n\nCinque? {~%50%a ~%50%b}\n\nSei.\n\nCosì.';
    const steps = stepsOf(await reportOf('a.gift', gift));
    expect(steps.map(({ kind }) => kind)).toEqual([
      'choice',
      'numeric',
      'choice',
      'text',
      'poll',
      'slide',
      'slide',
    ]);
    const lesson = { version: 1, id: 'a', title: { it: 'A' }, about: { it: 'B' }, steps };
    const read = readLesson(lesson);
    expect(read.ok || read.error).toBe(true);
  });
});

describe('a lesson of ours', () => {
  test.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    '%s comes in as it went out',
    async (_id, lesson) => {
      const report = await reportOf('lesson.json', JSON.stringify(lesson));
      expect(report.questions.every((one) => one.becomes !== null && one.lost.length === 0)).toBe(true);
      expect({ ...report.lesson, steps: stepsOf(report) }).toEqual(lesson);
    },
  );

  test('with a broken step gives the others, and says what is wrong with that one', async () => {
    const [lesson] = lessons;
    const [first, second, ...rest] = lesson?.steps ?? [];
    const steps = [first, { ...second, points: -1 }, 7, { ...first }, ...rest];
    const report = await reportOf('lesson.json', JSON.stringify({ ...lesson, steps, wrong: true }));
    const [, broken, none, again] = report.questions;
    expect(broken).toMatchObject({
      becomes: null,
      fault: 'broken',
      what: 'points / too-small',
      place: { unit: 'item', number: 2 },
    });
    expect(none).toMatchObject({ becomes: null, fault: 'broken' });
    expect(again).toMatchObject({ becomes: first?.kind, lost: [{ code: 'id-changed', what: first?.id }] });
    const draft = readDraft({ ...report.lesson, short: undefined, steps: stepsOf(report) });
    expect(draft.ok || draft.error).toEqual(expect.anything());
    expect(report.lesson).not.toHaveProperty('wrong');
  });

  test('of a newer build is named, and JSON of others too', async () => {
    const [lesson] = lessons;
    const refusal = (document: unknown) => read({ name: 'a.json', bytes: bytes(JSON.stringify(document)) });
    expect(await refusal({ ...lesson, version: 99 })).toEqual({
      refused: 'unknown-format',
      what: 'Trainoff 99',
    });
    expect(await refusal({ name: 'x' })).toEqual({ refused: 'unknown-format', what: 'JSON' });
    expect(await refusal([1])).toEqual({ refused: 'unknown-format', what: 'JSON' });
    expect(await read({ name: 'a.json', bytes: bytes('{"steps": [') })).toEqual({ refused: 'not-json' });
  });
});

describe('a file that is none of these', () => {
  const refused = async (name: string, content: string | Uint8Array): Promise<Report> =>
    read({ name, bytes: typeof content === 'string' ? bytes(content) : content });
  const zip = (...paths: string[]) =>
    zipSync(Object.fromEntries(paths.map((path) => [path, strToU8('<x/>')])));
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each<[string, string | Uint8Array, string, string?]>([
    ['nothing', '', 'empty-file'],
    ['spaces', ' \n\t ', 'empty-file'],
    ['a mark alone', '\uFEFF', 'empty-file'],
    ['a course', zip('moodle_backup.xml', 'course/course.xml'), 'course-backup'],
    ['h5p', zip('h5p.json', 'content/content.json'), 'h5p-package'],
    ['zip', zip('a.txt', 'b.xml'), 'plain-zip'],
    ['a Word document', zip('word/document.xml'), 'word-document'],
    ['old.xls', latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more'), 'old-office'],
    ['a.pdf', '%PDF-1.7\n...', 'pdf'],
    ['a.png', latin('\x89PNG\r\n\x1A\n....'), 'picture'],
    ['a.jpg', latin('\xFF\xD8\xFF\xE0....'), 'picture'],
    ['a.webp', latin('RIFF....WEBPVP8 '), 'picture'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'picture'],
    ['page', '<!DOCTYPE html><html><body>{=a ~b}</body></html>', 'web-page'],
    ['part of a page', '<div><p>hello</p></div>', 'web-page'],
    ['xml', '<?xml version="1.0"?><catalog/>', 'unknown-format', '<catalog>'],
    ['qti 1', '<questestinterop></questestinterop>', 'unknown-format', 'QTI 1.2'],
    ['tables in xml', '<?xml version="1.0"?><XMLDB><TABLE/></XMLDB>', 'unknown-format', '<xmldb>'],
    ['qti 1 zip', zipSync({ 'a.xml': strToU8('<questestinterop/>') }), 'unknown-format', 'QTI 1.2'],
    ['prose', 'Once upon a time.\n\nThe {end}.', 'unknown-format'],
    ['bytes', latin('\x01\x02\x03\x04\x05abc\x06\x07'), 'unknown-format'],
    ['a.csv', 'name,mark\nx,3', 'unknown-format', 'CSV'],
    ['broken.zip', latin('PK\x03\x04rubbish'), 'broken-zip'],
    ['a.gift', '// nothing\n\n$CATEGORY: x\n', 'no-questions'],
  ])('%s is named for what it is', async (name, content, code, what) => {
    expect(await refused(name, content)).toEqual(
      what === undefined ? { refused: code } : { refused: code, what },
    );
  });

  test('is GIFT also where its first question begins with a paragraph', async () => {
    expect(await refused('a.txt', '<p>Is it?</p> {T}')).toMatchObject({ refused: null, format: 'gift' });
  });

  test('is a course backup also as a tar that is packed', async () => {
    const { gzipSync } = await import('fflate');
    const header = latin('moodle_backup.xml'.padEnd(512, '\0'));
    expect(await refused('backup', gzipSync(header))).toEqual({ refused: 'course-backup' });
    expect(await refused('x.mbz', gzipSync(latin('abc')))).toEqual({ refused: 'course-backup' });
    expect(await refused('x.gz', gzipSync(latin('abc')))).toEqual({ refused: 'plain-zip', what: 'gzip' });
  });

  test('with more questions than a lesson takes is refused', async () => {
    const questions = (count: number) => 'Q {T}\n\n'.repeat(count);
    expect(await refused('a.gift', questions(1_000))).toMatchObject({ refused: null });
    expect(await refused('a.gift', questions(1_001))).toEqual({
      refused: 'too-many-questions',
      what: '1001',
    });
  });
});
