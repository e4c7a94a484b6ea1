import { fractionOf } from './fractions';
import type { Body, Choice, Num, Order } from './item';
import { htmlOf } from './marked';
import { element, htmlText, inXml, plainText } from './xml-text';

const HTML = { format: 'html' };

const feedback = (why: string): string => (why ? element('feedback', htmlText(htmlOf(why)), HTML) : '');

function choice(body: Choice): readonly string[] {
  return [
    element('single', String(!body.several)),
    element('shuffleanswers', String(body.shuffle)),
    element('answernumbering', 'abc'),
    ...body.options.map((option) =>
      element('answer', htmlText(htmlOf(option.words)) + feedback(option.why), {
        fraction: fractionOf(body, option),
        ...HTML,
      }),
    ),
  ];
}

function numberAnswer(value: number, fraction: number, tolerance: number, why = ''): string {
  const inside = plainText(String(value)) + feedback(why) + element('tolerance', String(tolerance));
  return element('answer', inside, { fraction: String(fraction), format: 'moodle_auto_format' });
}

/** A unit that may be typed, and need not. */
const unitOf = (unit: string): readonly string[] =>
  unit === ''
    ? []
    : [
        element('units', element('unit', element('multiplier', '1') + element('unit_name', inXml(unit)))),
        element('unitgradingtype', '0'),
        element('showunits', '0'),
        element('unitsleft', '0'),
      ];

const number = ({ answer, tolerance, unit, mistakes }: Num): readonly string[] => [
  numberAnswer(answer, 100, tolerance),
  ...mistakes.map(({ value, why }) => numberAnswer(value, 0, 0, why)),
  ...unitOf(unit),
];

const order = ({ items }: Order): readonly string[] => [
  element('layouttype', 'VERTICAL'),
  element('selecttype', 'ALL'),
  element('gradingtype', 'RELATIVE_TO_CORRECT'),
  element('numberingstyle', 'none'),
  ...items.map((words, place) =>
    element('answer', htmlText(htmlOf(words)), { fraction: String(place + 1), ...HTML }),
  ),
];

const ESSAY = [
  element('responseformat', 'plain'),
  element('responserequired', '1'),
  element('responsefieldlines', '5'),
  element('attachments', '0'),
];

/** The type as Moodle names it, and what a question of this type has beside what all have. */
export function moodleBody(body: Body): { readonly type: string; readonly parts: readonly string[] } {
  switch (body.type) {
    case 'choice':
      return { type: 'multichoice', parts: choice(body) };
    case 'number':
      return { type: 'numerical', parts: number(body) };
    case 'order':
      return { type: 'ordering', parts: order(body) };
    case 'essay':
      return { type: 'essay', parts: ESSAY };
    case 'shown':
      return { type: 'description', parts: [] };
  }
}
