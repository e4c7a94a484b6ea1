import type { Written, WrittenFormat } from '#shared/exchange/report';
import { readDraft, readLesson } from '#shared/lessons/check';
import type { Lesson } from '#shared/lessons/lesson';
import type { Problem } from '#shared/problems';
import { ok, type Result } from '#shared/result';
import { writers } from '../exchange/writers';
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

/** How a document is to be written. */
export interface Wish {
  readonly format: WrittenFormat;
  readonly language: string;
}

/** Reads documents, and writes them in other formats. */
export interface Reading {
  readonly look: (document: unknown) => Promise<Looked>;
  readonly lesson: (document: unknown) => Promise<Result<Lesson, Problems>>;
  readonly written: (document: unknown, wish: Wish) => Promise<Result<Written, Problems>>;
}

/** What the thread is asked, and what belongs to each question. */
export type ReadCall = { readonly call: number; readonly document: unknown } & (
  { readonly ask: 'look' | 'lesson' } | { readonly ask: 'written'; readonly wish: Wish }
);
export interface ReadReply {
  readonly call: number;
  readonly told: Looked | Result<Lesson, Problems> | Result<Written, Problems>;
}

export function look(document: unknown): Looked {
  const [lesson, draft] = [readLesson(document), readDraft(document)];
  return {
    problems: lesson.ok ? [] : lesson.error,
    draftProblems: draft.ok ? [] : draft.error,
    face: draft.ok ? faceOf(draft.value) : null,
  };
}

export function write(document: unknown, { format, language }: Wish): Result<Written, Problems> {
  const draft = readDraft(document);
  return draft.ok ? ok(writers[format].write(draft.value, language)) : draft;
}
