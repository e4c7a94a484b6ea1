import { largest } from '../../figures';
import { choice, trueOrFalse, type Answer } from '../../questions';
import type { Told } from '../../steps';
import { all, first, textOf, type Element } from '../../xml';
import type { Outcome } from '../reader';
import { costOf, isFull, partialOf, percentOf, unevenOf } from './fractions';
import type { Sayings } from './texts';

/** Moodle writes `true`, `1` and `True`. */
export const isTrue = (element: Element | undefined, unless: boolean): boolean => {
  const said = textOf(element).trim().toLowerCase();
  return said === '' ? unless : said === 'true' || said === '1';
};

const fractionOf = (answer: Element): number => percentOf(answer.attributes.fraction);

const feedbackOf = (answer: Element, sayings: Sayings): string => sayings.say(first(answer, 'feedback'));

/** Of a single pick the best one is right, though it may be worth less than everything. */
function isRight(fraction: number, best: number, several: boolean): boolean {
  if (several || isFull(fraction)) return fraction > 0;
  return fraction > 0 && fraction === best && !isFull(best);
}

export function multichoice(question: Element, told: Told, sayings: Sayings): Outcome {
  const answers = all(question, 'answer');
  const fractions = answers.map(fractionOf);
  if (fractions.some(Number.isNaN)) return { becomes: null, fault: 'not-a-number', what: 'fraction' };
  const several = question.attributes.type !== 'multichoice' || !isTrue(first(question, 'single'), true);
  loseFractions(fractions, several, sayings);
  const best = largest(fractions);
  const options = answers.map((answer, i): Answer => {
    const right = isRight(fractions[i] ?? 0, best, several);
    return { text: sayings.say(answer), right, feedback: feedbackOf(answer, sayings) };
  });
  return choice(told, options, { several, shuffle: isTrue(first(question, 'shuffleanswers'), true) });
}

function loseFractions(fractions: readonly number[], several: boolean, sayings: Sayings): void {
  const shares = several ? unevenOf(fractions) : partialOf(fractions);
  const cost = several ? null : costOf(fractions);
  if (shares !== null) sayings.lose('fractions', shares);
  if (cost !== null) sayings.lose('penalty', cost);
}

/** Its answers are called `true` and `false` in every language. */
export function truefalse(question: Element, told: Told, sayings: Sayings): Outcome {
  const answers = all(question, 'answer');
  const named = (name: string) =>
    answers.find((answer) => textOf(first(answer, 'text')).trim().toLowerCase() === name);
  const [yes, no] = [named('true'), named('false')];
  if (!yes || !no) return { becomes: null, fault: 'broken', what: 'true / false' };
  if (fractionOf(yes) === fractionOf(no)) return { becomes: null, fault: 'no-right-answer' };
  const feedback = [feedbackOf(yes, sayings), feedbackOf(no, sayings)] as const;
  return trueOrFalse(told, fractionOf(yes) > fractionOf(no), feedback);
}
