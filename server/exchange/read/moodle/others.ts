import type { Config as Slide } from '#shared/activities/slide/config';
import { order, slide, written } from '../../questions';
import type { Told } from '../../steps';
import { all, first, textOf, type Element } from '../../xml';
import type { Outcome } from '../reader';
import { percentOf } from './fractions';
import { pictureAndWords, type Picture } from './pictures';
import type { Sayings } from './texts';

function loseFeedback(answers: readonly Element[], sayings: Sayings): void {
  if (answers.some((answer) => sayings.say(first(answer, 'feedback')) !== '')) sayings.lose('feedback');
}

/** Its answers' fractions are their places. */
export function ordering(question: Element, told: Told, sayings: Sayings): Outcome {
  const place = (answer: Element) => percentOf(answer.attributes.fraction);
  const answers = all(question, 'answer').sort((a, b) => place(a) - place(b));
  loseFeedback(answers, sayings);
  return order(
    told,
    answers.map((answer) => sayings.say(answer)),
  );
}

/** Nothing grades a few words of one's own: what would be right is for the teacher to read. */
export function shortanswer(question: Element, told: Told, sayings: Sayings): Outcome {
  const answers = all(question, 'answer');
  loseFeedback(answers, sayings);
  const accepted = answers.filter((answer) => percentOf(answer.attributes.fraction) > 0);
  return written(
    told,
    accepted.map((answer) => textOf(first(answer, 'text')).trim()),
  );
}

export const essay = (_question: Element, told: Told): Outcome => written(told);

/** Words that nobody answers, beside their first picture. */
export function description(question: Element, told: Told, sayings: Sayings): Outcome {
  const holder = first(question, 'questiontext');
  const shown = holder ? pictureAndWords(holder) : null;
  if (!shown) return slide({ ...told, task: sayings.say(holder) });
  sayings.take(shown.said.lost);
  const outcome = slide({ ...told, task: shown.said.text || told.name });
  return outcome.becomes === null ? outcome : withPicture(outcome, shown.picture, told);
}

type Taken = Extract<Outcome, { becomes: string }>;

function withPicture(outcome: Taken, { data, alt }: Picture, { language, name }: Told): Taken {
  const picture = { shows: 'image', data, alt: { [language]: alt || name } } as const;
  return { ...outcome, step: { ...outcome.step, config: { ...(outcome.step.config as Slide), picture } } };
}
