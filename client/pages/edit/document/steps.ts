import type { ActivityKind } from '#shared/activities/registry';
import type { LessonDraft, StepDraft } from './draft';

/** What a new step needs to know of its kind. */
export interface NewStep {
  readonly kind: ActivityKind;
  /** Of the kind. */
  readonly version: number;
  readonly config: unknown;
  /** It is answered; else it is only shown. */
  readonly answered: boolean;
  /** How long it is open, where it is answered. */
  readonly seconds: number;
}

const POINTS = 1_000;

/** Ids are as long as this at most. */
const LONGEST_ID = 40;

/** An id that no step of the lesson has: the wanted one, or the same with a number behind it. */
function freeId({ steps }: LessonDraft, wanted: string): string {
  const taken = new Set(steps.map(({ id }) => id));
  const base = wanted.replace(/-\d+$/, '').slice(0, LONGEST_ID - 4);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

const withSteps = (document: LessonDraft, steps: readonly StepDraft[]): LessonDraft => ({
  ...document,
  steps: [...steps],
});

const inserted = (document: LessonDraft, place: number, step: StepDraft): LessonDraft =>
  withSteps(document, [...document.steps.slice(0, place), step, ...document.steps.slice(place)]);

/** A new step of a kind at a place, from 0. */
export function withNewStep(document: LessonDraft, place: number, made: NewStep): LessonDraft {
  const { kind, version, config, answered, seconds } = made;
  return inserted(document, place, {
    id: freeId(document, kind),
    kind,
    ...(version > 1 ? { version } : {}),
    config,
    points: answered ? POINTS : 0,
    seconds: answered ? seconds : null,
    timing: 'accuracy',
  });
}

/** The same once more behind it, with an id of its own. */
export function withDouble(document: LessonDraft, place: number): LessonDraft {
  const step = document.steps[place];
  return step ? inserted(document, place + 1, { ...step, id: freeId(document, step.id) }) : document;
}

/** Takes a step out, from the short path too. */
export function withoutStep(document: LessonDraft, place: number): LessonDraft {
  const gone = document.steps[place];
  const left = withSteps(
    document,
    document.steps.filter((_, i) => i !== place),
  );
  return gone && document.short?.includes(gone.id) ? withStar(left, gone.id, false) : left;
}

/** A step at another place; what lies between moves on by one. Beyond the ends it stays at them. */
export function withStepAt(document: LessonDraft, from: number, to: number): LessonDraft {
  const { steps } = document;
  const step = steps[from];
  const place = Math.max(0, Math.min(to, steps.length - 1));
  if (!step || place === from) return document;
  const rest = steps.filter((_, i) => i !== from);
  return withSteps(document, [...rest.slice(0, place), step, ...rest.slice(place)]);
}

/** The steps in the order of their ids; those that are not named stay away, as nobody names what there is not. */
export function inOrderOf(document: LessonDraft, ids: readonly string[]): LessonDraft {
  const found = ids.flatMap((id) => document.steps.filter((step) => step.id === id));
  return found.length === document.steps.length ? withSteps(document, found) : document;
}

/** Puts a step on the short path, which names them in the order of the lesson, or takes it off. */
export function withStar(document: LessonDraft, id: string, star: boolean): LessonDraft {
  const { short = [], ...rest } = document;
  const on = new Set(star ? [...short, id] : short.filter((one) => one !== id));
  const path = document.steps.map((step) => step.id).filter((one) => on.has(one));
  return path.length > 0 ? { ...rest, short: path } : rest;
}
