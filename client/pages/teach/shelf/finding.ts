import type { LessonCard } from '#shared/lessons/api';
import { minutes, sum } from '../../desk/plan';

/** What a teacher looks for on the shelf. */
export interface Sought {
  readonly text: string;
  readonly whose: Whose;
  /** A lesson has to have all of them. */
  readonly tags: readonly string[];
}

export const whose = ['all', 'own', 'built-in'] as const;
export type Whose = (typeof whose)[number];

/** Without accents and capitals: `perché` is found by `PERCHE`. */
export const folded = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** All that is said of a lesson, in all of its languages. */
const wordsOf = ({ title, about, tags, steps }: LessonCard): string =>
  folded(
    [title, about, ...steps.map((step) => step.title)]
      .flatMap((text) => Object.values(text))
      .concat(tags)
      .join('\n'),
  );

const isOf = (which: Whose, { own }: LessonCard): boolean =>
  which === 'all' || (which === 'own') === (own !== null);

/** The lessons that have every word that was typed, wherever it stands. */
export function found(lessons: readonly LessonCard[], { text, whose, tags }: Sought): readonly LessonCard[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return lessons.filter((lesson) => {
    if (!isOf(whose, lesson) || !tags.every((tag) => lesson.tags.includes(tag))) return false;
    const said = wordsOf(lesson);
    return words.every((word) => said.includes(word));
  });
}

/** When the teacher last had a lesson in hand, ISO 8601; null: never. */
function touched({ playedAt, own }: LessonCard): string | null {
  const times = [playedAt, own?.savedAt ?? null].filter((time) => time !== null);
  return times.sort().at(-1) ?? null;
}

/** What was in hand last comes first, then the others as the server offers them. */
export const inOrder = (lessons: readonly LessonCard[]): readonly LessonCard[] =>
  [...lessons].sort((a, b) => {
    const [one, other] = [touched(a) ?? '', touched(b) ?? ''];
    return one === other ? 0 : one < other ? 1 : -1;
  });

/** The tags of all lessons, those of most lessons first. */
export function tagsOf(lessons: readonly LessonCard[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of lessons.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, k]) => k - n || (a < b ? -1 : 1)).map(([tag]) => tag);
}

/** Whole minutes that a lesson takes, as the desk reckons them. */
export const lasts = ({ steps }: Pick<LessonCard, 'steps'>): number => minutes(sum(steps));

/** The languages of a lesson's title and of its steps, in the order in which they come up. */
export const languagesOf = ({ title, steps }: LessonCard): readonly string[] => [
  ...new Set([title, ...steps.map((step) => step.title)].flatMap((text) => Object.keys(text))),
];
