import type { Step } from '#shared/lessons/lesson';
import type { Role } from '#shared/session/views';
import { inLanguage } from '#shared/text';
import type { World } from './world';

/** What stands in a frame and must not: by the log as it is on the disk when the frame arrives. */
export function secretsIn(text: string, role: Role, { disk, lesson, seed }: World): string[] {
  const found = [seed, 'token-', 'ticket-', '"secret"'].filter((secret) => text.includes(secret));
  if (role === 'desk') return found;
  const revealed = new Set<number>();
  const hints = new Map<number, number>();
  for (const { event } of disk.events) {
    if (event.type === 'step-revealed') revealed.add(event.step);
    if (event.type === 'hint-given') hints.set(event.step, event.hint);
  }
  for (const [index, step] of lesson.steps.entries()) {
    found.push(...hintsIn(text, step, hints.get(index) ?? 0).map((hint) => `hint ${hint} of step ${index}`));
    if (!revealed.has(index)) found.push(...solutionsIn(text, step).map((what) => `${what} of step ${index}`));
  }
  return text.includes('watch for') ? [...found, "the teacher's note"] : found;
}

/** Hints that stand in a text although only the first `given` were given, by their numbers. */
const hintsIn = (text: string, { hints = [] }: Step, given: number): number[] =>
  hints.flatMap((hint, i) => (i >= given && text.includes(inLanguage(hint.text, ['en'])) ? [i + 1] : []));

/** What of an answer, or of what a class has expected, stands in a text. */
function solutionsIn(text: string, { explanation, mistake, prediction }: Step): string[] {
  const told = [explanation, mistake].some((words) => text.includes(inLanguage(words, ['en'])));
  const { came, options = [] } = prediction ?? {};
  const expected = options.some(({ id }) => text.includes(`"expected":{"${id}"`));
  return [
    ...(told ? ['the solution'] : []),
    ...(came !== undefined && text.includes(`"came":"${came}"`) ? ['what came'] : []),
    ...(expected ? ['what the class expected'] : []),
  ];
}
