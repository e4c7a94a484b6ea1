import type { Lesson, Step } from '#shared/lessons/lesson';
import type { Role } from '#shared/session/views';
import { inLanguage, type Text } from '#shared/text';
import type { World } from './world';

/** Something that nobody but the desk may read yet. */
interface Secret {
  readonly what: string;
  readonly step: number;
  /** The hint's number; null: what the reveal of its step tells. */
  readonly hint: number | null;
}

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
  for (const { what, step, hint } of told(text, lesson)) {
    const known = hint === null ? revealed.has(step) : hint <= (hints.get(step) ?? 0);
    if (!known) found.push(`${what} of step ${step}`);
  }
  return text.includes('watch for') ? [...found, "the teacher's note"] : found;
}

/** Words in brackets, what came true, and the first option of what a class has expected. */
const TELLING = /\[[^\]"]+\]|"came":"[^"]+"|"expected":\{"[^"]+"/g;

const told = (text: string, lesson: Lesson): Secret[] =>
  [...text.matchAll(TELLING)].flatMap(([telling]) => secretsOf(lesson).get(telling) ?? []);

const known = new WeakMap<Lesson, ReadonlyMap<string, Secret>>();

/** The secrets of a lesson, by how a frame would tell them. */
function secretsOf(lesson: Lesson): ReadonlyMap<string, Secret> {
  const before = known.get(lesson);
  if (before) return before;
  const secrets = new Map(lesson.steps.flatMap((step, index) => secretsOfStep(step, index)));
  known.set(lesson, secrets);
  return secrets;
}

function secretsOfStep(step: Step, index: number): [string, Secret][] {
  const { explanation, mistake, hints = [], prediction } = step;
  const words = (text: Text) => inLanguage(text, ['en']);
  const revealed = (telling: string, what: string): [string, Secret] => [
    telling,
    { what, step: index, hint: null },
  ];
  return [
    ...[explanation, mistake].map((text) => revealed(words(text), 'the solution')),
    ...(prediction?.came === undefined ? [] : [revealed(`"came":"${prediction.came}"`, 'what came')]),
    ...(prediction?.options ?? []).map(({ id }) =>
      revealed(`"expected":{"${id}"`, 'what the class expected'),
    ),
    ...hints.map(({ text }, i): [string, Secret] => [
      words(text),
      { what: `hint ${i + 1}`, step: index, hint: i + 1 },
    ]),
  ];
}
