import { zipSync } from 'fflate';
import { writers } from '../../server/exchange/writers';
import { toXlsx } from '../../server/past/xlsx';
import { opinionLesson } from '../support/opinion-lesson';
import { lessons } from '../support/lessons';

/** A file as it should be, to be spoilt. */
export interface Sound {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ]);

const GIFT = `// [tag:easy]
$CATEGORY: $course$/Reti

::Sole::Quale è la stella? {
=il sole#Certo ~la luna#No, è un satellite ~%-50%Marte
####È la più vicina.}

[html]<p>Is <b>$$\\\\frac\\{1\\}\\{2\\}$$</b> half? <img src="@@PLUGINFILE@@/a.png"></p> {TRUE#no#yes}

Pi {#3,14:0,01 =%50%3.14:0.1 ~#Nearly}

Due? {~%50%a ~%50%b ~%-100%c}

Chi? {=Ada =%50%Grace#quasi}

Match {=a -> 1 =b -> 2 =c -> 3}

The {=sun ~moon} shines.

Why? {}

Only this.
`;
const AIKEN = 'Which?\nA) a\nB) b\nC. c\nANSWER: B\n\nAnd this?\nA) x\nB) y\nANSWER: A\n';
const CSV =
  'Domanda;Opzione 1;Opzione 2;Opzione 3;Corretta;Tempo;Punti;Spiegazione\nQuale?;a;b;"c;d";1,3;20;500;Perché sì\nQuanto?;;;;3,5;;;\n=1+1;a;b;;B;;;\n';
const MOODLE = `<?xml version="1.0" encoding="UTF-8"?>
<quiz><question type="category"><category><text>$course$/A</text></category></question>
<question type="multichoice"><name><text>Q1</text></name><questiontext format="html"><text><![CDATA[<p>Which <b>one</b>? \\(x^{2}\\)</p>]]></text><file name="a.png" encoding="base64">iVBORw0KGgo=</file></questiontext><generalfeedback><text>Because</text></generalfeedback><defaultgrade>1.0</defaultgrade><single>true</single><shuffleanswers>true</shuffleanswers>
<answer fraction="100"><text>a &amp; b</text><feedback><text>yes</text></feedback></answer><answer fraction="0"><text>c</text></answer></question>
<question type="numerical"><name><text>N</text></name><questiontext><text>How many?</text></questiontext><answer fraction="100"><text>3.5</text><tolerance>0.1</tolerance></answer></question>
<question type="cloze"><name><text>C</text></name><questiontext><text>{1:SHORTANSWER:=a}</text></questiontext></question></quiz>`;
const ITEM_2 = `<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i1" title="T" adaptive="false" timeDependent="false"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse></responseDeclaration><outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody><p>Look.</p><choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice></choiceInteraction></itemBody></assessmentItem>`;
const ITEM_3 = `<?xml version="1.0"?><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i2" title="T" adaptive="false" time-dependent="false"><qti-response-declaration identifier="RESPONSE" cardinality="ordered" base-type="identifier"><qti-correct-response><qti-value>A</qti-value><qti-value>B</qti-value><qti-value>C</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><qti-order-interaction response-identifier="RESPONSE" shuffle="true"><qti-prompt>Order</qti-prompt><qti-simple-choice identifier="A">a</qti-simple-choice><qti-simple-choice identifier="B">b</qti-simple-choice><qti-simple-choice identifier="C">c</qti-simple-choice></qti-order-interaction></qti-item-body></qti-assessment-item>`;
/** A number with its tolerance, and what is said after an answer. */
const NUMBER_2 = `<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i3" title="N" xml:lang="en"><responseDeclaration identifier="R" cardinality="single" baseType="float"><correctResponse><value>4.5</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="4.5" mappedValue="1"/><mapEntry mapKey="4" mappedValue="0.5"/></mapping></responseDeclaration><itemBody><div><p>How many? <textEntryInteraction responseIdentifier="R" expectedLength="4"/></p><feedbackBlock outcomeIdentifier="F" identifier="x" showHide="show"><p>So.</p></feedbackBlock><img src="../a.png" alt="a"/></div></itemBody><responseProcessing><responseCondition><responseIf><equal toleranceMode="relative" tolerance="5 5"><variable identifier="R"/><correct identifier="R"/></equal></responseIf></responseCondition></responseProcessing><modalFeedback outcomeIdentifier="F" identifier="correct" showHide="show">Yes.</modalFeedback></assessmentItem>`;
const TEST_2 = `<?xml version="1.0"?><assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="A test"><testPart identifier="p"><assessmentSection identifier="s"><assessmentItemRef identifier="b" href="items/i3.xml"><timeLimits maxTime="60"/></assessmentItemRef><assessmentItemRef identifier="a" href="items/i1.xml"/></assessmentSection></testPart></assessmentTest>`;
const MANIFEST = `<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><metadata><schema>QTIv2.1 Package</schema></metadata><organizations/><resources><resource identifier="r1" type="imsqti_item_xmlv2p1" href="items/i1.xml"><file href="items/i1.xml"/><file href="a.png"/></resource></resources></manifest>`;

const KAHOOT: (string | number)[][] = [
  ...Array.from({ length: 7 }, () => ['']),
  [
    '',
    'Question - max 120 characters',
    'Answer 1',
    'Answer 2',
    'Answer 3',
    'Answer 4',
    'Time limit (sec)',
    'Correct answer(s)',
  ],
  [1, 'Which?', 'a', 'b', 'c', 'd', 60, '1,3'],
  [2, 'And?', 'x', 'y', '', '', 20, 2],
];

const [lesson] = lessons;
/** Choices, an order, numbers, a text and slides. */
const lecture = lessons.reduce((longest, one) => (one.steps.length > longest.steps.length ? one : longest));

/** What is inside the packages, so that it can be spoilt before it is packed. */
export const PACKAGES: readonly {
  readonly name: string;
  readonly parts: Readonly<Record<string, Uint8Array>>;
}[] = [
  {
    name: 'items.zip',
    parts: { 'imsmanifest.xml': utf8(MANIFEST), 'items/i1.xml': utf8(ITEM_2), 'a.png': utf8('png') },
  },
  {
    name: 'test.zip',
    parts: {
      'test.xml': utf8(TEST_2),
      'items/i1.xml': utf8(ITEM_2),
      'items/i3.xml': utf8(NUMBER_2),
      'a.png': utf8('png'),
    },
  },
  {
    name: 'items3.zip',
    parts: { 'imsmanifest.xml': utf8(MANIFEST.replaceAll('v2p1', 'v3p0')), 'items/i1.xml': utf8(ITEM_3) },
  },
];

/** One of each format, and some of them in other encodings. */
export const SOUND: readonly Sound[] = [
  { name: 'a.gift', bytes: utf8(GIFT) },
  { name: 'b.txt', bytes: utf16(GIFT) },
  { name: 'c.txt', bytes: utf8(AIKEN) },
  { name: 'd.csv', bytes: utf8(CSV) },
  { name: 'e.csv', bytes: Uint8Array.from(CSV, (letter) => letter.charCodeAt(0)) },
  { name: 'f.json', bytes: utf8(JSON.stringify(lesson)) },
  { name: 'g.xlsx', bytes: toXlsx([{ name: 'Sheet1', table: KAHOOT }], 'it') },
  { name: 'h.xml', bytes: utf8(MOODLE) },
  { name: 'i.xml', bytes: utf8(ITEM_2) },
  { name: 'j.xml', bytes: utf8(ITEM_3) },
  { name: 'k.xml', bytes: utf8(NUMBER_2) },
  { name: 'l.xml', bytes: utf8(writers['moodle-xml'].write(opinionLesson, 'en').text) },
  { name: 'm.xml', bytes: utf8(writers['moodle-xml'].write(lecture, 'it').text) },
  { name: 'n.gift', bytes: utf8(writers.gift.write(lecture, 'en').text) },
  ...PACKAGES.map(({ name, parts }) => ({ name, bytes: zipSync(parts) })),
];
