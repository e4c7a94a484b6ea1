import { faulty } from '../../questions';
import type { StepIds } from '../../step-ids';
import type { Told } from '../../steps';
import { all, first, textOf, type Element } from '../../xml';
import type { Outcome } from '../reader';
import { multichoice, truefalse } from './choices';
import { percentOf } from './fractions';
import { numerical } from './numbers';
import { description, essay, ordering, shortanswer } from './others';
import { Sayings } from './texts';

type Reads = (question: Element, told: Told, sayings: Sayings) => Outcome;

const TYPES: Readonly<Record<string, Reads>> = {
  multichoice,
  // Plug-ins of universities: several right ones, all of them or nothing; and with a share of its own for each.
  multichoiceset: multichoice,
  oumultiresponse: multichoice,
  truefalse,
  numerical,
  ordering,
  shortanswer,
  essay,
  description,
};

/** What Moodle writes for right, half right and wrong where the teacher has not changed it. */
const USUAL = new Set([
  'Your answer is correct.',
  'Your answer is partially correct.',
  'Your answer is incorrect.',
  'Risposta corretta.',
  'Risposta parzialmente esatta.',
  'Risposta parzialmente corretta.',
  'Risposta errata.',
]);
const COMBINED = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];

function loseAsides(question: Element, hints: readonly string[], sayings: Sayings): void {
  const combined = COMBINED.map((name) => new Sayings().say(first(question, name)));
  if (combined.some((said) => said !== '' && !USUAL.has(said))) sayings.lose('feedback');
  const penalty = percentOf(textOf(first(question, 'penalty')));
  if (hints.length > 0 && penalty > 0) sayings.lose('penalty', `${Math.round(penalty * 100)} %`);
  const tags = all(first(question, 'tags') ?? question, 'tag').map((tag) => textOf(tag).trim());
  if (tags.length > 0) sayings.lose('tags', tags.join(', '));
}

/** As the file calls it, on one line. */
export const nameOf = (question: Element): string =>
  textOf(first(question, 'name')).replace(/\s+/g, ' ').trim();

/** A grade of 1 is worth as much as most steps are. */
function pointsOf(question: Element): number | undefined {
  const grade = textOf(first(question, 'defaultgrade')).trim();
  const points = Math.round(percentOf(grade) * 1_000);
  return grade === '' || Number.isNaN(points) ? undefined : points;
}

/** What becomes of one `question`; its ids and its texts' language come from the file. */
export function questionOf(question: Element, ids: StepIds, language: string): Outcome {
  const { type = '' } = question.attributes;
  const reads = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (type === 'cloze' || type === 'multianswer') return faulty('cloze');
  if (!reads) return faulty('unsupported-type', type || 'question');
  const sayings = new Sayings();
  const hints = all(question, 'hint').map((hint) => sayings.say(hint));
  const told: Told = {
    ...{ ids, language, hints, name: nameOf(question), points: pointsOf(question) },
    id: textOf(first(question, 'idnumber')).trim(),
    // What is only read has a picture of its own, and says its words itself.
    task: type === 'description' ? '' : sayings.say(first(question, 'questiontext')),
    explanation: sayings.say(first(question, 'generalfeedback')),
  };
  loseAsides(question, hints.filter(Boolean), sayings);
  const outcome = reads(question, told, sayings);
  return outcome.becomes === null ? outcome : { ...outcome, lost: [...outcome.lost, ...sayings.lost] };
}
