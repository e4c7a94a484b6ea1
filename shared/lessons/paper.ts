import type { BoundActivity } from '../activities/bound';
import { bindStep, type ActivityKind } from '../activities/registry';
import { derive, rng, type Seed } from '../rng';
import { locales, type Text } from '../text';
import type { AskedPrediction } from './asides';
import type { Lesson, Step } from './lesson';

/** A step as students have it on paper: what is asked, and nothing of what is right. */
export interface SheetStep {
  readonly kind: ActivityKind;
  readonly title: Text;
  readonly task: Text;
  readonly theory: Text;
  readonly seconds: number | null;
  /** On the lesson's short path. */
  readonly star: boolean;
  /** Somebody has to answer. */
  readonly answered: boolean;
  /** As a seat sees it before it opens; where each has numbers of their own, those of the paper. */
  readonly view: unknown;
  /** What the class is asked before. */
  readonly foreseen: Pick<AskedPrediction, 'question' | 'options'> | null;
}

/** The same for the teacher, with all that is written about it. */
export interface BookletStep extends SheetStep {
  readonly came: string | null;
  readonly hints: readonly Text[];
  readonly explanation: Text;
  readonly mistake: Text;
  readonly note: Step['note'] | null;
  /** What is right for the numbers of the paper, where each student has their own on the phone. */
  readonly right: Text | null;
}

/** A lesson for paper. */
export interface Paper<Written> {
  readonly title: Text;
  readonly about: Text;
  readonly steps: readonly Written[];
}
export type Sheet = Paper<SheetStep>;
export type Booklet = Paper<BookletStep>;

/** A step with its activity. A lesson was read before, so that its configurations fit. */
interface Bound {
  readonly step: Step;
  readonly activity: BoundActivity;
  /** The seat that paper sits in: the same for every copy, so that one answer is right for all. */
  readonly seat: Seed;
  readonly star: boolean;
}

function boundSteps({ id, steps, short = [] }: Lesson): readonly Bound[] {
  return steps.flatMap((step) => {
    const bound = bindStep(step);
    const seat = derive('paper', `${id} ${step.id}`);
    return bound.ok ? [{ step, activity: bound.value, seat, star: short.includes(step.id) }] : [];
  });
}

function sheetStep({ step, activity, seat, star }: Bound): SheetStep {
  const { kind, title, task, theory, seconds, prediction } = step;
  return {
    ...{ kind, title, task, theory, seconds, star },
    answered: activity.answers !== null,
    view: activity.view(activity.personal ? seat : null),
    foreseen: prediction ? { question: prediction.question, options: prediction.options } : null,
  };
}

function bookletStep(bound: Bound): BookletStep {
  const { explanation, mistake, note, hints = [], prediction } = bound.step;
  return {
    ...sheetStep(bound),
    ...{ explanation, mistake, note: note ?? null, right: rightOf(bound) },
    hints: hints.map(({ text }) => text),
    came: prediction?.came ?? null,
  };
}

function rightOf({ activity: { answers, grades, personal }, seat }: Bound): Text | null {
  if (!answers || !grades || !personal) return null;
  const right = answers.bots.knows(rng(seat, 'knows'), seat);
  return Object.fromEntries(locales.map((locale) => [locale, answers.inWords(right, locale)]));
}

const written = <Written>(lesson: Lesson, write: (bound: Bound) => Written): Paper<Written> => ({
  title: lesson.title,
  about: lesson.about,
  steps: boundSteps(lesson).map(write),
});

/** What students write on. */
export const sheetOf = (lesson: Lesson): Sheet => written(lesson, sheetStep);

/** What the teacher has beside the desk. */
export const bookletOf = (lesson: Lesson): Booklet => written(lesson, bookletStep);
