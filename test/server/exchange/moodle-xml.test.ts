import { describe, expect, test } from 'vitest';
import type { Question } from '#shared/exchange/report';
import { readMoodleXml } from '../../../server/exchange/read/moodle-xml';

const read = (xml: string) =>
  readMoodleXml({ name: 'bank.xml', encoding: 'utf-8', text: `<quiz>${xml}</quiz>`, language: 'en' });

function questionsOf(xml: string): readonly Question[] {
  const report = read(xml);
  if (report.refused !== null) throw new Error(report.refused);
  return report.questions;
}

/** A question with a name and a text, and what else it says. */
const question = (type: string, inside: string, text = 'Which one?') =>
  `<question type="${type}"><name><text>A name</text></name>
  <questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inside}</question>`;

const answer = (fraction: string, text: string, feedback = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>
  <feedback format="html"><text>${feedback}</text></feedback></answer>`;

function only(xml: string) {
  const [first] = questionsOf(xml);
  if (!first) throw new Error('no question');
  return first;
}

function taken(xml: string) {
  const one = only(xml);
  if (one.becomes === null) throw new Error(`${one.fault} ${one.what ?? ''}`);
  return one;
}

const lostOf = (xml: string) => taken(xml).lost;

describe('a question of Moodle in XML', () => {
  test('of which one answer is right becomes a choice, and says why others are wrong', () => {
    const xml = question(
      'multichoice',
      `<single>true</single><shuffleanswers>false</shuffleanswers><defaultgrade>0.5000000</defaultgrade>
      <idnumber>q-7</idnumber><generalfeedback format="html"><text>Because.</text></generalfeedback>
      ${answer('100', 'one')}${answer('0', '&lt;b&gt;two&lt;/b&gt;', 'no')}`,
    );
    expect(taken(xml)).toMatchObject({
      place: { unit: 'item', number: 1 },
      name: 'A name',
      type: 'multichoice',
      becomes: 'choice',
      lost: [],
      step: {
        id: 'q-7',
        title: { en: 'A name' },
        task: { en: 'Which one?' },
        explanation: { en: 'Because.' },
        points: 500,
        config: {
          options: [
            { id: 'a', text: { en: 'one' } },
            { id: 'b', text: { en: '**two**' }, why: { en: 'no' } },
          ],
          ...{ right: ['a'], several: false, shuffle: false },
        },
      },
    });
  });

  test('of which several are right has them by their fractions, a third as 33.33333 or with a comma', () => {
    const xml = question(
      'multichoice',
      `<single>false</single>${answer('33.33333', 'a')}${answer('33,33333', 'b')}${answer('33.333', 'c')}
      ${answer('-100', 'd')}`,
    );
    expect(taken(xml)).toMatchObject({
      lost: [],
      step: { config: { right: ['a', 'b', 'c'], several: true } },
    });
  });

  test('says which shares of the points are lost', () => {
    const single = `${answer('100', 'a')}${answer('50', 'b')}${answer('-25', 'c')}`;
    expect(lostOf(question('multichoice', single))).toEqual([
      { code: 'fractions', what: '50 %' },
      { code: 'penalty', what: '-25 %' },
    ]);
    const several = `<single>false</single>${answer('75', 'a')}${answer('25', 'b')}${answer('0', 'c')}`;
    expect(lostOf(question('multichoice', several))).toEqual([
      { code: 'fractions', what: '75 %, 25 %, 0 %' },
    ]);
  });

  test('of which none is right, or two where one may be picked, is not taken', () => {
    const none = question('multichoice', answer('0', 'a') + answer('0', 'b'));
    expect(only(none)).toMatchObject({ becomes: null, fault: 'no-right-answer' });
    const two = question('multichoice', answer('100', 'a') + answer('100', 'b') + answer('0', 'c'));
    expect(only(two)).toMatchObject({ becomes: null, fault: 'several-right-answers' });
    expect(only(question('multichoice', answer('half', 'a') + answer('0', 'b')))).toMatchObject({
      fault: 'not-a-number',
    });
  });

  test('that is true or false is a choice in the words of its language', () => {
    const xml = question('truefalse', answer('100', 'true') + answer('0', 'false', 'It is.'));
    expect(taken(xml).step.config).toMatchObject({
      options: [{ text: { en: 'True' } }, { text: { en: 'False' }, why: { en: 'It is.' } }],
      right: ['a'],
    });
    expect(only(question('truefalse', answer('100', 'vero')))).toMatchObject({ fault: 'broken' });
  });

  test('that wants a number has its tolerance, its unit and mistakes that have a name', () => {
    const number = (fraction: number, value: string, tolerance: string, why = '') =>
      `<answer fraction="${fraction}"><text>${value}</text><feedback><text>${why}</text></feedback>
      <tolerance>${tolerance}</tolerance></answer>`;
    const units = `<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit>
      <unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>`;
    const xml = question(
      'numerical',
      number(100, '3,14', '0,01') + number(0, '3', '0', 'Too short.') + number(0, '*', '0', 'No.') + units,
    );
    expect(taken(xml)).toMatchObject({
      becomes: 'numeric',
      lost: [
        { code: 'feedback', what: '*' },
        { code: 'units', what: 'cm' },
      ],
      step: {
        config: {
          variants: [{ answer: 3.14, mistakes: [{ value: 3, why: { en: 'Too short.' } }] }],
          ...{ unit: { en: 'm' }, tolerance: 0.01, partial: false },
        },
      },
    });
    const near = question(
      'numerical',
      number(100, '10', '0') + number(50, '10', '1') + number(100, '12', '0'),
    );
    expect(taken(near)).toMatchObject({
      lost: [
        { code: 'further-answers', what: '12' },
        { code: 'fractions', what: '50 %' },
      ],
      step: { config: { partial: true } },
    });
    expect(only(question('numerical', number(100, 'ten', '0')))).toMatchObject({
      fault: 'not-a-number',
      what: 'ten',
    });
  });

  test('that wants words is not graded any more: what would be right is told to the teacher', () => {
    const xml = question('shortanswer', answer('100', 'Crete') + answer('80', 'Kriti') + answer('0', '*'));
    expect(taken(xml)).toMatchObject({
      becomes: 'text',
      lost: [{ code: 'answers-not-graded' }],
      step: { note: { answer: { en: 'Crete / Kriti' } }, points: 0 },
    });
    expect(taken(question('essay', ''))).toMatchObject({ becomes: 'text', lost: [] });
  });

  test('that wants an order has its items by their places', () => {
    const xml = question('ordering', answer('2', 'second') + answer('3', 'third') + answer('1', 'first'));
    expect(taken(xml).step.config).toMatchObject({
      items: [{ text: { en: 'first' } }, { text: { en: 'second' } }, { text: { en: 'third' } }],
    });
  });

  test('that wants an order calls its items nothing that tells their places, two equal ones differently', () => {
    const words = ['one', 'two', 'three', 'four', 'four', 'five', 'six', 'seven'];
    const xml = question('ordering', words.map((word, i) => answer(String(i + 1), word)).join(''));
    const { items } = taken(xml).step.config as { items: { id: string }[] };
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(8);
    expect([...ids].sort()).not.toEqual(ids);
  });

  test('that is only read is a slide, its paragraphs lines, its picture a picture', () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const xml = `<question type="description"><name><text>Look</text></name><questiontext format="html">
      <text><![CDATA[<p>One</p><p>Two <img src="@@PLUGINFILE@@/a%20dot.png" alt="a dot"></p>
      <p><img src="@@PLUGINFILE@@/gone.png" alt=""></p>]]></text>
      <file name="a dot.png" path="/" encoding="base64">${png}</file></questiontext></question>`;
    expect(taken(xml)).toMatchObject({
      becomes: 'slide',
      lost: [{ code: 'picture-missing', what: 'gone.png' }],
      step: {
        task: { en: 'One' },
        config: {
          lines: [{ en: 'Two' }],
          picture: { shows: 'image', data: `data:image/png;base64,${png}`, alt: { en: 'a dot' } },
        },
      },
    });
  });

  test('whose picture has no place here says so, and whether it was in the file', () => {
    const picture = (name: string) => `<img src="@@PLUGINFILE@@/${name}" alt="a graph">`;
    const xml = `<question type="essay"><name><text>A name</text></name><questiontext format="html">
      <text><![CDATA[Look: ${picture('in.png')} ${picture('out.png')}]]></text>
      <file name="in.png" encoding="base64">AAAA</file></questiontext></question>`;
    expect(taken(xml).lost).toEqual([
      { code: 'picture-dropped', what: 'in.png' },
      { code: 'picture-missing', what: 'out.png' },
    ]);
  });

  test('keeps four hints, and names what else has no place', () => {
    const hint = '<hint format="html"><text>Look again.</text></hint>';
    const inside = `<correctfeedback format="html"><text>Bravo!</text></correctfeedback>
      <penalty>0.3333333</penalty><tags><tag><text>easy</text></tag><tag><text>unit 1</text></tag></tags>`;
    const { step, lost } = taken(question('essay', inside + hint.repeat(5)));
    expect(step.hints).toEqual(Array(4).fill({ text: { en: 'Look again.' } }));
    expect(lost).toEqual([
      { code: 'hints-beyond-four' },
      { code: 'feedback' },
      { code: 'penalty', what: '33 %' },
      { code: 'tags', what: 'easy, unit 1' },
    ]);
    const usual =
      '<correctfeedback><text>Your answer is correct.</text></correctfeedback><penalty>0.1</penalty>';
    expect(lostOf(question('essay', usual))).toEqual([]);
  });

  test('of a type that there is not is named by its type', () => {
    for (const type of ['matching', 'calculated', 'ddwtos', 'gapselect', 'stack', '__proto__'])
      expect(only(question(type, ''))).toMatchObject({
        becomes: null,
        fault: 'unsupported-type',
        what: type,
      });
    expect(only(question('cloze', ''))).toMatchObject({ becomes: null, fault: 'cloze' });
  });

  test('says its text in the format that it has', () => {
    const text = (format: string, words: string) =>
      `<question type="essay"><questiontext format="${format}"><text><![CDATA[${words}]]></text></questiontext></question>`;
    const taskOf = (xml: string) => taken(xml).step.task;
    expect(taskOf(text('html', '<p>Is \\(a &lt; b\\)?</p>'))).toEqual({ en: 'Is $a < b$?' });
    expect(taskOf(text('plain_text', 'a *b* <i>c</i>'))).toEqual({ en: 'a \\*b\\* <i>c</i>' });
    expect(taskOf(text('markdown', 'a **b**'))).toEqual({ en: 'a **b**' });
    expect(taskOf(text('moodle_auto_format', 'one\n<b>two</b>'))).toEqual({ en: 'one  \n**two**' });
  });
});

describe('a bank of Moodle in XML', () => {
  const category = (path: string) =>
    `<question type="category"><category><text>${path}</text></category></question>`;

  test('is called as its only category, a doubled slash being one', () => {
    expect(read(category('$course$/top/Nets and//or trees') + question('essay', ''))).toMatchObject({
      title: 'Nets and/or trees',
      questions: [{ lost: [] }],
    });
  });

  test('of several categories says of each question where it stood', () => {
    const report = read(
      category('top/One') + question('essay', '') + category('top/One/Two') + question('essay', ''),
    );
    expect(report).toMatchObject({
      title: null,
      questions: [
        { place: { number: 1 }, lost: [{ code: 'category', what: 'One' }] },
        { place: { number: 2 }, lost: [{ code: 'category', what: 'One / Two' }] },
      ],
    });
  });

  test('gives each question an id of its own, as the file calls it where it can', () => {
    const ids = questionsOf(question('essay', '').repeat(2)).map((one) => one.becomes && one.step.id);
    expect(ids).toEqual(['a-name', 'a-name-2']);
  });

  test('takes the good questions though others are broken', () => {
    const kinds = questionsOf(
      question('essay', '', '') + question('matching', '') + question('essay', ''),
    ).map((one) => one.becomes ?? one.fault);
    expect(kinds).toEqual(['empty-question', 'unsupported-type', 'text']);
  });

  test('may have a question of a hundred thousand answers, which is no choice', () => {
    const answers = answer('100', 'right') + '<answer fraction="0"/>'.repeat(150_000);
    expect(only(question('multichoice', answers))).toMatchObject({ becomes: null });
    expect(only(question('multichoice', `<single>false</single>${answers}`))).toMatchObject({
      becomes: null,
    });
  });

  test('without a question, with too many, or with entities of its own is refused', () => {
    expect(read('')).toEqual({ refused: 'no-questions' });
    expect(read(category('top'))).toEqual({ refused: 'no-questions' });
    expect(read(question('essay', '').repeat(1_001))).toEqual({
      refused: 'too-many-questions',
      what: '1001',
    });
    const bomb = `<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>`;
    const file = { name: 'x', encoding: 'utf-8', language: 'it' } as const;
    expect(readMoodleXml({ ...file, text: bomb })).toEqual({ refused: 'entities-refused' });
    expect(readMoodleXml({ ...file, text: '<quiz><question>' })).toEqual({ refused: 'broken-xml' });
    expect(readMoodleXml({ ...file, text: '<a>'.repeat(70) + '</a>'.repeat(70) })).toEqual({
      refused: 'too-deep',
    });
  });
});
