import type { Written } from '#shared/exchange/report';
import type { Draft } from '#shared/lessons/draft';
import { POINTS } from '../steps';
import { fractionOf } from './fractions';
import { escaped, formatOf, inGift, saidAs, type GiftFormat } from './gift-text';
import { asked, isGraded, lostIf, noPlaceFor, type Body, type Choice, type Item, type Num } from './item';
import { fromPlain } from '../plain';
import { lostMarks } from './lost-marks';
import { htmlAgain } from './marked';
import { writtenAs, type Piece } from './written';

const because = (why: string, format: GiftFormat): string => (why ? `#${inGift(why, format)}` : '');

const optionsOf = (choice: Choice, format: GiftFormat): string[] =>
  choice.options.map((option) => {
    const share = choice.several ? `~%${fractionOf(choice, option)}%` : option.right ? '=' : '~';
    return share + inGift(option.words, format) + because(option.why, format);
  });

const numbersOf = ({ answer, tolerance, mistakes }: Num, format: GiftFormat): string[] => [
  `=${answer}:${tolerance}`,
  ...mistakes.map(({ value, why }) => `=%0%${value}:0${because(why, format)}`),
];

interface Answers {
  readonly opens: string;
  readonly lines: readonly string[];
}

function answersOf(body: Body, format: GiftFormat): Answers | null {
  switch (body.type) {
    case 'choice':
      return { opens: '{', lines: optionsOf(body, format) };
    case 'number':
      return { opens: '{#', lines: numbersOf(body, format) };
    case 'essay':
      return { opens: '{', lines: [] };
    // A question without braces is a description; the ordering of a plug-in is no part of GIFT.
    case 'order':
    case 'shown':
      return null;
  }
}

/** What of a text is read in again. */
const giftAgain = (words: string): string =>
  formatOf(words) === 'plain' ? fromPlain(words) : htmlAgain(words);

/** The answers between braces, what is told afterwards at their end. */
function braces({ head: { explanation }, body }: Item, format: GiftFormat): string {
  const answers = answersOf(body, format);
  if (!answers) return '';
  const told = explanation ? [`####${inGift(explanation, format)}`] : [];
  const lines = [...answers.lines, ...told].map((line) => `\t${line}\n`);
  return lines.length > 0 ? `${answers.opens}\n${lines.join('')}}` : `${answers.opens}}`;
}

function lostOf({ head, body }: Item) {
  return [
    ...lostIf(head.hints.length > 0, noPlaceFor('hints')),
    ...lostIf(isGraded(body) && head.points !== POINTS, noPlaceFor('points')),
    ...lostIf(body.type === 'shown' && head.explanation !== '', noPlaceFor('explanation')),
    ...lostIf(body.type === 'choice' && !body.shuffle, { code: 'order-not-shuffled' }),
    ...lostIf(body.type === 'number' && body.unit !== '', { code: 'units' }),
    ...lostIf(body.type === 'shown' && body.picture !== null, { code: 'picture-dropped' }),
  ] as const;
}

function write(item: Item): Piece | null {
  if (item.body.type === 'order') return null;
  const question = asked(item.head.task, item.body);
  const format = formatOf(question);
  const title = `::${escaped(item.head.name)}::`;
  const told = `[${format}]${saidAs(format, question)}`;
  return {
    text: `// [id:${item.head.id}]\n${title}${told}${braces(item, format)}\n\n`,
    lost: [...lostMarks(item, giftAgain), ...lostOf(item)],
  };
}

/** A lesson as GIFT in one language, in UTF-8. */
export const writeGift = (lesson: Draft, language: string): Written => writtenAs(lesson, language, write);
