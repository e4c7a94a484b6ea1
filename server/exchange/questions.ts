import type { FaultCode } from '#shared/exchange/report';
import type { ActivityKind } from '#shared/activities/registry';
import { derive } from '#shared/rng';
import type { Outcome } from './read/reader';
import { stepOf, type Losses, type Made, type Say, type Told } from './steps';

/** One of the answers of a question that is picked from. */
export interface Answer {
  readonly text: string;
  readonly right: boolean;
  /** What is said to who picked it. */
  readonly feedback?: string;
}

const MOST_OPTIONS = 6;
const MOST_POLLED = 8;
const LONGEST_ANSWER = 200;
const MOST_LINES = 5;
/** Beyond this whole numbers are no longer exact. */
const MOST = 1e15;

export const faulty = (fault: FaultCode, what?: string): Outcome =>
  what === undefined ? { becomes: null, fault } : { becomes: null, fault, what: what.slice(0, 200) };

const becomes = (kind: ActivityKind, { step, lost }: Made): Outcome => ({ becomes: kind, step, lost });

const letter = (index: number): string => String.fromCharCode(97 + index);

const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter(Boolean).join('\n\n') || undefined;

/** What is said to who was right says why: it stands in the explanation. */
const whyRight = (told: Told, answers: readonly Answer[]): string | undefined =>
  joined(...answers.filter(({ right }) => right).map(({ feedback }) => feedback), told.explanation);

export interface ChoiceRules {
  /** Whether more than one may be picked; without it, if more than one is right. */
  readonly several?: boolean;
  readonly shuffle?: boolean;
}

/** A choice among answers; where nothing is wrong it asks for an opinion, and is a poll. */
export function choice(told: Told, answers: readonly Answer[], rules: ChoiceRules = {}): Outcome {
  const rights = answers.filter(({ right }) => right).length;
  if (told.task === '') return faulty('empty-question');
  if (answers.length < 2) return faulty('too-few-options');
  // A picture, as a rule.
  if (answers.some(({ text }) => text === '')) return faulty('unsupported-type', 'picture');
  if (rights === 0) return faulty('no-right-answer');
  if (rights === answers.length)
    return poll(
      told,
      answers.map(({ text }) => text),
      true,
    );
  if (answers.length > MOST_OPTIONS) return faulty('too-many-options', String(answers.length));
  const several = rules.several ?? rights > 1;
  if (!several && rights > 1) return faulty('several-right-answers');
  const made = stepOf('choice', { ...told, explanation: whyRight(told, answers) }, (say) => ({
    options: answers.map(({ text, right, feedback }, i) => ({
      id: letter(i),
      text: say(text),
      ...(!right && feedback && { why: say(feedback) }),
    })),
    right: answers.flatMap(({ right }, i) => (right ? [letter(i)] : [])),
    several,
    shuffle: rules.shuffle ?? true,
  }));
  return becomes('choice', made);
}

/** What a class thinks; `graded`: the file had it that something is right. */
export function poll(told: Told, options: readonly string[], graded = false, several = false): Outcome {
  if (told.task === '') return faulty('empty-question');
  if (options.length < 2) return faulty('too-few-options');
  const made = stepOf('poll', told, (say, losses) => {
    if (options.length > MOST_POLLED) losses.add('options-beyond-eight');
    if (graded) losses.add('answers-not-graded');
    const kept = options.slice(0, MOST_POLLED);
    return {
      asks: 'options',
      options: kept.map((text, i) => ({ id: letter(i), text: say(text) })),
      ...{ several, live: false },
    };
  });
  return becomes('poll', made);
}

/** Vero and falso in the languages of `language.ts`. */
const TRUTHS: Readonly<Record<string, readonly [string, string]>> = {
  it: ['Vero', 'Falso'],
  en: ['True', 'False'],
  de: ['Richtig', 'Falsch'],
  fr: ['Vrai', 'Faux'],
  es: ['Verdadero', 'Falso'],
};

/** Whether something is true; `feedback`: what is said to who said true, and to who said false. */
export function trueOrFalse(told: Told, right: boolean, feedback: readonly [string?, string?] = []): Outcome {
  const [yes, no] = TRUTHS[told.language.slice(0, 2)] ?? ['True', 'False'];
  const answers = [
    { text: yes, right, feedback: feedback[0] ?? '' },
    { text: no, right: !right, feedback: feedback[1] ?? '' },
  ];
  return choice(told, answers, { several: false, shuffle: false });
}

export interface Numbered {
  readonly answer: number;
  /** How far off is still right. */
  readonly tolerance: number;
  readonly unit?: string;
  /** Wrong numbers, and what is said to who gives them. */
  readonly mistakes?: readonly { readonly value: number; readonly why: string }[];
  /** Whether near misses are worth something. */
  readonly partial?: boolean;
}

const isNumber = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= MOST;

/** A number to find. */
export function numeric(
  told: Told,
  { answer, tolerance, unit, mistakes = [], partial = false }: Numbered,
): Outcome {
  if (told.task === '') return faulty('empty-question');
  if (!isNumber(answer) || !isNumber(tolerance) || tolerance < 0) return faulty('not-a-number');
  const apart = mistakes.filter(({ value }) => isNumber(value) && Math.abs(value - answer) > tolerance);
  const made = stepOf('numeric', told, (say, losses) => {
    if (apart.length < mistakes.length || apart.length > MOST_OPTIONS) losses.add('feedback');
    const known = apart.slice(0, MOST_OPTIONS).map(({ value, why }) => ({ value, why: say(why) }));
    return {
      variants: [{ given: null, picture: null, answer, mistakes: known }],
      ...{ unit: unit ? say(unit) : null, tolerance, partial },
    };
  });
  return becomes('numeric', made);
}

/** What stands at the ends of an order, where the file does not say. */
const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  it: ['primo', 'ultimo'],
  en: ['first', 'last'],
  de: ['zuerst', 'zuletzt'],
  fr: ['premier', 'dernier'],
  es: ['primero', 'último'],
};

/** What names an item that is put in order: nothing that tells its place, since every phone can read it. */
const itemId = (text: string, before: readonly string[]): string =>
  derive('item', `${before.filter((other) => other === text).length} ${text}`).slice(0, 8);

/** Things to be put in their order: they stand in the right one. */
export function order(told: Told, items: readonly string[]): Outcome {
  const [first, last] = ENDS[told.language.slice(0, 2)] ?? ['first', 'last'];
  if (told.task === '') return faulty('empty-question');
  if (items.length < 3) return faulty('too-few-options');
  if (items.length > MOST_POLLED) return faulty('too-many-options', String(items.length));
  const made = stepOf('order', told, (say) => ({
    items: items.map((text, i) => ({ id: itemId(text, items.slice(0, i)), text: say(text) })),
    ends: { first: say(first), last: say(last) },
  }));
  return becomes('order', made);
}

/** A few words of one's own. Nothing grades them: `accepted`, which a file may have, stand in the teacher's note. */
export function written(told: Told, accepted: readonly string[] = []): Outcome {
  if (told.task === '') return faulty('empty-question');
  const answer = told.answer ?? accepted.join(' / ');
  const made = stepOf('text', { ...told, answer }, (_say, losses) => {
    if (accepted.length > 0) losses.add('answers-not-graded');
    return { longest: LONGEST_ANSWER, shows: 'answers' };
  });
  return becomes('text', made);
}

const linesOf = (rest: readonly string[], say: Say, losses: Losses) => {
  if (rest.length <= MOST_LINES) return rest.map(say);
  losses.add('markup', '¶');
  return [...rest.slice(0, MOST_LINES - 1), rest.slice(MOST_LINES - 1).join('\n\n')].map(say);
};

/** Something to read: its first paragraph is the task, the others are lines. */
export function slide(told: Told): Outcome {
  const [task = '', ...rest] = told.task.split(/\n{2,}/).filter((paragraph) => paragraph !== '');
  if (task === '') return faulty('empty-question');
  const made = stepOf('slide', { ...told, task }, (say, losses) => ({
    lines: linesOf(rest, say, losses),
    ...{ picture: null, link: null, tap: false, lookUp: false },
  }));
  return becomes('slide', made);
}
