import { readDraft, readLesson } from '#shared/lessons/check';
import type { Lesson } from '#shared/lessons/lesson';
import type { Problem } from '#shared/problems';
import type { Result } from '#shared/result';
import type { Face } from '../storage/prisma/lesson-rows';
import { faceOf } from './face';

export type Problems = readonly Problem[];

/** What there is to say of a document. */
export interface Looked {
  /** What has to be mended before it can be played. */
  readonly problems: Problems;
  /** What has to be mended before it can be kept even as a draft. */
  readonly draftProblems: Problems;
  /** Null: it cannot be kept. */
  readonly face: Face | null;
}

/** Reads documents. */
export interface Reading {
  readonly look: (document: unknown) => Promise<Looked>;
  readonly lesson: (document: unknown) => Promise<Result<Lesson, Problems>>;
}

/** What the thread is asked, and what it answers: one of the two. */
export interface ReadCall {
  readonly call: number;
  readonly ask: 'look' | 'lesson';
  readonly document: unknown;
}
export interface ReadReply {
  readonly call: number;
  readonly looked: Looked | null;
  readonly lesson: Result<Lesson, Problems> | null;
}

export function look(document: unknown): Looked {
  const [lesson, draft] = [readLesson(document), readDraft(document)];
  return {
    problems: lesson.ok ? [] : lesson.error,
    draftProblems: draft.ok ? [] : draft.error,
    face: draft.ok ? faceOf(draft.value) : null,
  };
}
