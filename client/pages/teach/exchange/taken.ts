import type { DraftStep, Report } from '#shared/exchange/report';
import type { Draft } from '#shared/lessons/draft';
import { LESSON_VERSION } from '#shared/lessons/upgrade';
import { isSaid, wordsFor } from '#shared/text';
import { folded } from '../shelf/finding';

/** A report of a file that was read. */
export type Read = Extract<Report, { readonly refused: null }>;

/** Characters of an id. */
const LONGEST_ID = 40;

/** A title as an id: what stands in addresses and in files. The server changes one that is taken. */
export function idFrom(title: string): string {
  const id = folded(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  return id || 'lesson';
}

/** An id that nobody has yet. */
function unlike(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id.slice(0, LONGEST_ID - String(n).length - 1)}-${n}`;
  return free;
}

/** Steps whose ids are each their own, and none of those that are `taken` already. */
export function withOwnIds(steps: readonly DraftStep[], taken: readonly string[] = []): DraftStep[] {
  const ids = new Set(taken);
  return steps.map((step) => {
    const id = unlike(step.id, ids);
    ids.add(id);
    return { ...step, id };
  });
}

/** The questions of a file that can be taken, by their places in it. */
export const goodOnes = ({ questions }: Read): readonly number[] =>
  questions.flatMap(({ becomes }, i) => (becomes === null ? [] : [i]));

/** The steps of the questions that were chosen, in the file's order. */
export const stepsOf = ({ questions }: Read, chosen: ReadonlySet<number>): readonly DraftStep[] =>
  questions.flatMap((question, i) => (question.becomes !== null && chosen.has(i) ? [question.step] : []));

/** The languages that steps are written in, in the order in which they come up. */
function languagesIn(steps: readonly DraftStep[]): readonly string[] {
  const texts = steps.flatMap(({ title, task, theory, explanation, mistake }) => [
    ...[title, task, theory, explanation, mistake],
  ]);
  return [...new Set(texts.flatMap((text) => Object.keys(text ?? {})))];
}

/** The only language that all texts of some steps are in; null: they are in several, or in none. */
export function onlyLanguage(steps: readonly DraftStep[]): string | null {
  const [first = null, ...further] = languagesIn(steps);
  return further.length === 0 ? first : null;
}

/** Of several languages the one that somebody reads, or else the first; undefined: there is none. */
export const nearest = (languages: readonly string[], read: string): string | undefined =>
  languages.includes(read) ? read : languages[0];

/** The language in which somebody reads a lesson's title, or writes the one that it lacks: one that it has already. */
export function titleLanguage(
  { title = {}, languages }: NonNullable<Read['lesson']>,
  steps: readonly DraftStep[],
  read: string,
): string {
  if (isSaid(title)) return wordsFor(title, [read]).language;
  return nearest(languages ?? languagesIn(steps), read) ?? read;
}

/** The same, said to be in another language: the server can only guess which one a file is in. */
export function saidToBe<T>(value: T, from: string, to: string): T {
  if (from === to || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part: unknown) => saidToBe(part, from, to)) as T;
  const entries = Object.entries(value) as [string, unknown][];
  const isText = entries.length === 1 && entries[0]?.[0] === from && typeof entries[0][1] === 'string';
  if (isText) return { [to]: entries[0]?.[1] } as T;
  return Object.fromEntries(entries.map(([key, part]) => [key, saidToBe(part, from, to)])) as T;
}

/** What a new lesson is called, and in which language. */
export interface Called {
  readonly title: string;
  readonly language: string;
}

/** A new lesson of chosen steps; one that comes whole from another Trainoff keeps what it says of itself. */
export function newLesson({ lesson }: Read, steps: readonly DraftStep[], { title, language }: Called): Draft {
  const own = withOwnIds(steps);
  if (!lesson) {
    const languages = [...new Set([language, ...languagesIn(steps)])];
    const said = { title: { [language]: title }, about: { [language]: '' }, languages };
    return { version: LESSON_VERSION, id: idFrom(title), ...said, steps: own };
  }
  const { short = [], ...said } = lesson;
  const path = short.filter((id) => own.some((step) => step.id === id));
  return {
    ...said,
    title: { ...lesson.title, [language]: title },
    ...(path.length > 0 && { short: path }),
    steps: own,
  };
}

/** A lesson with further steps at its end; it is in their languages too. */
export function withMore(lesson: Draft, steps: readonly DraftStep[]): Draft {
  const taken = lesson.steps.map(({ id }) => id);
  const languages = lesson.languages && [...new Set([...lesson.languages, ...languagesIn(steps)])];
  return {
    ...lesson,
    ...(languages && { languages }),
    steps: [...lesson.steps, ...withOwnIds(steps, taken)],
  };
}
