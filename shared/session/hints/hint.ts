import type { Text } from '../../text';
import type { SessionState } from '../state';

/** The next hint of a step: its number, from 1, and what it says. */
export interface NextHint {
  readonly hint: number;
  readonly text: Text;
  /** After how many seconds of answering it comes by itself; null: only the teacher gives it. */
  readonly after: number | null;
}

/** The hint that would be given next; null: there is none, or no more. */
export function nextHint({ lesson, steps }: SessionState, index: number): NextHint | null {
  const given = steps[index]?.hints ?? 0;
  const hint = lesson.steps[index]?.hints?.[given];
  return hint ? { hint: given + 1, text: hint.text, after: hint.after ?? null } : null;
}

/** The hints that everybody may read, in their order. */
export const givenHints = ({ lesson, steps }: SessionState, index: number): readonly Text[] =>
  (lesson.steps[index]?.hints ?? []).slice(0, steps[index]?.hints ?? 0).map(({ text }) => text);
