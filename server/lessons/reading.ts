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

/** Reads documents. A large one with many races takes longer than a class may wait. */
export interface Reading {
  readonly look: (document: unknown) => Promise<Looked>;
  readonly lesson: (document: unknown) => Promise<Result<Lesson, Problems>>;
}

export function look(document: unknown): Looked {
  const [lesson, draft] = [readLesson(document), readDraft(document)];
  return {
    problems: lesson.ok ? [] : lesson.error,
    draftProblems: draft.ok ? [] : draft.error,
    face: draft.ok ? faceOf(draft.value) : null,
  };
}

/** On this thread. */
export const readHere: Reading = {
  look: (document) => Promise.resolve(look(document)),
  lesson: (document) => Promise.resolve(readLesson(document)),
};
