import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Report } from '#shared/exchange/report';
import { readQti, readQtiPackage } from '../../../server/exchange/read/qti/read';

const single = (text: string) => readQti({ name: 'item.xml', encoding: 'utf-8', text, language: 'it' });

const inPackage = (files: Readonly<Record<string, string>>): Report =>
  readQtiPackage({
    name: 'test.zip',
    parts: new Map(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  }) as Report;

interface Parts {
  readonly declared?: string;
  readonly body: string;
  readonly processing?: string;
  readonly feedback?: string;
  readonly attributes?: string;
}

const MATCH =
  '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';

const item = ({ declared = '', body, processing = MATCH, feedback = '', attributes = '' }: Parts) =>
  `<?xml version="1.0"?>
  <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1" title="A name" ${attributes}>
  ${declared}<itemBody>${body}</itemBody>${processing}${feedback}</assessmentItem>`;

const declare = (cardinality: string, baseType: string, inside: string) =>
  `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}">${inside}</responseDeclaration>`;

const correct = (...values: string[]) =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;

const mapped = (...entries: (readonly [string, number])[]) =>
  `<mapping>${entries.map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`).join('')}</mapping>`;

const choices = (attributes: string, ...inside: string[]) =>
  `<choiceInteraction responseIdentifier="RESPONSE" ${attributes}><prompt>Which one?</prompt>${inside.join('')}</choiceInteraction>`;

const option = (name: string, words: string, attributes = '') =>
  `<simpleChoice identifier="${name}" ${attributes}>${words}</simpleChoice>`;

const three = [option('A', 'one'), option('B', 'two'), option('C', 'three')];

function only(report: Report) {
  if (report.refused !== null) throw new Error(report.refused);
  const [first] = report.questions;
  if (!first) throw new Error('no question');
  return first;
}

function taken(xml: string) {
  const one = only(single(xml));
  if (one.becomes === null) throw new Error(`${one.fault} ${one.what ?? ''}`);
  return one;
}

describe('an item of QTI 2', () => {
  test('becomes a choice; what stands before its options and its prompt are the task', () => {
    const xml = item({
      declared: declare('single', 'identifier', correct('B')),
      body: `<p>Look <b>closely</b>.</p>${choices('shuffle="true" maxChoices="1"', ...three)}`,
    });
    expect(taken(xml)).toMatchObject({
      ...{ place: { unit: 'item', number: 1 }, name: 'A name', type: 'choiceInteraction', becomes: 'choice' },
      lost: [],
      step: {
        ...{ id: 'q1', title: { it: 'A name' }, task: { it: 'Look **closely**.\n\nWhich one?' } },
        config: {
          options: [{ text: { it: 'one' } }, { text: { it: 'two' } }, { text: { it: 'three' } }],
          ...{ right: ['b'], several: false, shuffle: true },
        },
      },
    });
  });

  test('may have several right ones, by what is said to be right or by what each is worth', () => {
    const said = declare('multiple', 'identifier', correct('A', 'C'));
    const body = choices('maxChoices="0"', ...three);
    expect(taken(item({ declared: said, body })).step.config).toMatchObject({
      ...{ right: ['a', 'c'], several: true, shuffle: false },
    });
    const worth = declare('multiple', 'identifier', mapped(['A', 1], ['B', -2], ['C', 3]));
    expect(taken(item({ declared: worth, body }))).toMatchObject({
      lost: [{ code: 'fractions', what: '1, -2, 3' }],
      step: { config: { right: ['a', 'c'] } },
    });
  });

  test('says why a pick is wrong, whether that stands in the option or behind the item', () => {
    const modal = (name: string, words: string) =>
      `<modalFeedback outcomeIdentifier="F" identifier="${name}" showHide="show">${words}</modalFeedback>`;
    const inline =
      '<feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">too few</feedbackInline>';
    const xml = item({
      declared: declare('single', 'identifier', correct('B')),
      body: choices('maxChoices="1"', option('A', `one ${inline}`), option('B', 'two'), option('C', 'three')),
      feedback: modal('C', '<p>too many</p>') + modal('correct', 'Two it is.') + modal('incorrect', 'No.'),
    });
    expect(taken(xml)).toMatchObject({
      lost: [{ code: 'feedback', what: 'incorrect' }],
      step: {
        explanation: { it: 'Two it is.' },
        config: {
          options: [
            { text: { it: 'one' }, why: { it: 'too few' } },
            { text: { it: 'two' } },
            { text: { it: 'three' }, why: { it: 'too many' } },
          ],
        },
      },
    });
  });

  test('with an option that keeps its place is not shuffled, and says so', () => {
    const xml = item({
      declared: declare('single', 'identifier', correct('A')),
      body: choices('shuffle="true" maxChoices="1"', option('A', 'one'), option('B', 'none', 'fixed="true"')),
    });
    expect(taken(xml)).toMatchObject({
      lost: [{ code: 'order-not-shuffled' }],
      step: { config: { shuffle: false } },
    });
  });

  test('that judges nothing asks for an opinion', () => {
    const declared = declare('single', 'identifier', '');
    const body = choices('maxChoices="1"', ...three);
    expect(taken(item({ declared, body, processing: '' }))).toMatchObject({ becomes: 'poll', lost: [] });
    const processing = '<responseProcessing><exitResponse/></responseProcessing>';
    expect(only(single(item({ declared, body, processing })))).toMatchObject({ fault: 'no-right-answer' });
  });

  test('becomes an order of which every place is known', () => {
    const order = (...values: string[]) =>
      item({
        declared: declare('ordered', 'identifier', correct(...values)),
        body: `<orderInteraction responseIdentifier="RESPONSE"><prompt>Sort.</prompt>${three.join('')}</orderInteraction>`,
      });
    expect(taken(order('C', 'A', 'B')).step.config).toMatchObject({
      items: [{ text: { it: 'three' } }, { text: { it: 'one' } }, { text: { it: 'two' } }],
    });
    expect(only(single(order('C', 'A')))).toMatchObject({
      fault: 'unsupported-type',
      what: 'orderInteraction',
    });
  });

  const entry = '<p>Two and two are <textEntryInteraction responseIdentifier="RESPONSE"/>.</p>';
  const equal = (attributes: string) =>
    `<responseProcessing><responseCondition><responseIf><equal ${attributes}><variable identifier="RESPONSE"/>
    <correct identifier="RESPONSE"/></equal></responseIf></responseCondition></responseProcessing>`;

  test('becomes a number with the tolerance that it compares with', () => {
    const declared = declare('single', 'float', correct('4.0'));
    const toleranceOf = (processing: string) =>
      taken(item({ declared, body: entry, processing })).step.config;
    expect(taken(item({ declared, body: entry }))).toMatchObject({
      becomes: 'numeric',
      lost: [],
      step: {
        task: { it: 'Two and two are ____.' },
        config: { variants: [{ answer: 4 }], tolerance: 0 },
      },
    });
    expect(toleranceOf(equal('toleranceMode="absolute" tolerance="0.5"'))).toMatchObject({ tolerance: 0.5 });
    expect(toleranceOf(equal('toleranceMode="relative" tolerance="5 5"'))).toMatchObject({ tolerance: 0.2 });
    const rounded = equal('')
      .replaceAll('equal', 'equalRounded')
      .replace('Rounded ', 'Rounded roundingMode="decimalPlaces" figures="2" ');
    expect(toleranceOf(rounded)).toMatchObject({ tolerance: 0.005 });
    const uneven = item({
      declared,
      body: entry,
      processing: equal('toleranceMode="absolute" tolerance="1 2"'),
    });
    expect(taken(uneven)).toMatchObject({
      lost: [{ code: 'tolerance-differs', what: '1 2' }],
      step: { config: { tolerance: 1 } },
    });
  });

  test('that wants words becomes a text, and what was right is told to the teacher', () => {
    const declared = declare('single', 'string', correct('York') + mapped(['York', 1], ['york', 0.5]));
    expect(taken(item({ declared, body: entry }))).toMatchObject({
      becomes: 'text',
      lost: [{ code: 'answers-not-graded' }],
      step: { note: { answer: { it: 'York / york' } } },
    });
    const essay =
      '<extendedTextInteraction responseIdentifier="RESPONSE"><prompt>Why?</prompt></extendedTextInteraction>';
    expect(taken(item({ body: essay }))).toMatchObject({
      becomes: 'text',
      lost: [],
      step: { task: { it: 'Why?' } },
    });
  });

  test('that asks for nothing is a slide', () => {
    expect(taken(item({ body: '<p>Read this.</p><p>And this.</p>' }))).toMatchObject({
      becomes: 'slide',
      step: { task: { it: 'Read this.' }, config: { lines: [{ it: 'And this.' }] } },
    });
  });

  test('of a type that there is not is named by its interaction', () => {
    const faultOf = (body: string, declared = '') => only(single(item({ body, declared })));
    for (const name of ['matchInteraction', 'hotspotInteraction', 'sliderInteraction', 'uploadInteraction'])
      expect(faultOf(`<p>x</p><${name} responseIdentifier="RESPONSE"/>`)).toMatchObject({
        fault: 'unsupported-type',
        what: name,
      });
    expect(faultOf(entry + entry)).toMatchObject({ fault: 'cloze' });
    expect(faultOf(entry + choices('', ...three))).toMatchObject({
      fault: 'unsupported-type',
      what: 'textEntryInteraction + choiceInteraction',
    });
    expect(only(single(item({ body: entry, feedback: '<templateProcessing/>' })))).toMatchObject({
      fault: 'unsupported-type',
      what: 'templateProcessing',
    });
  });

  test('is in the language that it says', () => {
    const report = single(item({ body: '<p>Lies das.</p>', attributes: 'xml:lang="de-CH"' }));
    expect(report).toMatchObject({
      language: 'de-CH',
      questions: [{ step: { task: { 'de-CH': 'Lies das.' } } }],
    });
  });

  test('says which picture is not in the file, and what rubrics keep from who answers stays unsaid', () => {
    const body = `<rubricBlock view="scorer"><p>Full marks for two.</p></rubricBlock>
      <p>Look. <img src="images/a.png" alt="a graph"/></p>`;
    expect(taken(item({ body }))).toMatchObject({
      lost: [{ code: 'picture-missing', what: 'a.png' }],
      step: { task: { it: 'Look. a graph' } },
    });
  });
});

const THREE = `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="q3" title="Three">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
  <qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
  <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1" shuffle="true">
  <qti-prompt>Which?</qti-prompt><qti-simple-choice identifier="A">this</qti-simple-choice>
  <qti-simple-choice identifier="B">that</qti-simple-choice></qti-choice-interaction></qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
  </qti-assessment-item>`;

describe('an item of QTI 3', () => {
  test('is read as one of QTI 2, which has the same parts in other letters', () => {
    expect(single(THREE)).toMatchObject({
      format: 'qti-3',
      questions: [
        {
          ...{ type: 'choiceInteraction', becomes: 'choice', lost: [] },
          step: { task: { it: 'Which?' }, config: { right: ['a'], shuffle: true } },
        },
      ],
    });
  });
});

describe('a package of QTI', () => {
  const test2 = (...refs: string[]) =>
    `<assessmentTest identifier="t" title="A test"><testPart><assessmentSection>
    ${refs.map((href) => `<assessmentItemRef identifier="i" href="${href}"><timeLimits maxTime="90"/></assessmentItemRef>`).join('')}
    </assessmentSection></testPart></assessmentTest>`;
  const essay = (words: string) => item({ body: `<p>${words}</p><img src="../pictures/a.png" alt=""/>` });

  test('has its items in the order of its test, each with its file, and pictures that are in it', () => {
    const report = inPackage({
      'imsmanifest.xml': '<manifest/>',
      'test.xml': test2('items/two.xml', 'items/one.xml', 'items/gone.xml'),
      'items/one.xml': essay('one'),
      'items/two.xml': essay('what is in the box, and what is it for'),
      'items/unnamed.xml': essay('three'),
      'pictures/a.png': '',
    });
    expect(report).toMatchObject({
      ...{ refused: null, format: 'qti-2', encoding: null, title: 'A test' },
      questions: [
        {
          place: { number: 1, file: 'items/two.xml' },
          step: { id: 'q1', task: { en: 'what is in the box, and what is it for' }, seconds: 90 },
        },
        { place: { number: 2, file: 'items/one.xml' }, step: { id: 'q1-2', seconds: 90 } },
        { place: { number: 3, file: 'items/unnamed.xml' }, step: { id: 'q1-3', seconds: null } },
      ],
    });
    expect(only(report)).toMatchObject({ lost: [{ code: 'picture-dropped', what: 'a.png' }] });
  });

  test('takes the good items though one is broken, and has no way out of itself', () => {
    const report = inPackage({
      'test.xml': test2('../../etc/passwd', 'http://example.org/item.xml', '%E0%A4%A', 'b.xml'),
      'a.xml': THREE,
      'b.xml': '<assessmentItem identifier="b"><itemBody>',
      'c.xml':
        '<!DOCTYPE assessmentItem [<!ENTITY x SYSTEM "file:///etc/passwd">]><assessmentItem><itemBody>&x;</itemBody></assessmentItem>',
    });
    expect(report).toMatchObject({
      format: 'qti-3',
      questions: [
        { place: { file: 'b.xml' }, fault: 'broken' },
        { place: { file: 'a.xml' }, becomes: 'choice' },
        { place: { file: 'c.xml' }, fault: 'broken' },
      ],
    });
  });

  test('without an item is refused, and so is one with too many', () => {
    expect(inPackage({ 'test.xml': test2() })).toEqual({ refused: 'no-questions' });
    expect(single(test2())).toEqual({ refused: 'no-questions', what: 'assessmentTest' });
    const many = Object.fromEntries(
      Array.from({ length: 1_001 }, (_, i) => [`${i}.xml`, '<assessmentItem />']),
    );
    expect(inPackage(many)).toEqual({ refused: 'too-many-questions', what: '1001' });
  });
});
