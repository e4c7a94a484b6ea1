import {
  MOST_QUESTIONS,
  type Encoding,
  type Question,
  type Refusal,
  type Report,
} from '#shared/exchange/report';

/** A file of text, decoded. */
export interface TextFile {
  readonly name: string;
  readonly encoding: Encoding;
  readonly text: string;
  /** The language that its questions seem to be in: texts are kept under it unless the file itself says another. */
  readonly language: string;
}

/** An archive, unpacked within its limits. */
export interface Package {
  readonly name: string;
  /** By their paths, as `a/b.xml`; what is not read (pictures, films) is empty. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** What a file holds. Readers look at nothing but the file, and never throw at what stands in it. */
export type TextReader = (file: TextFile) => Report;
export type PackageReader = (file: Package) => Report | Promise<Report>;

/** Nothing of it can be taken. */
export const refuse = (refused: Refusal, what?: string): Report =>
  what === undefined ? { refused } : { refused, what };

/** A question that is still without its place and name. */
export type Outcome = Question extends infer One
  ? One extends Question
    ? Omit<One, 'place' | 'name' | 'type'>
    : never
  : never;

type Read = Extract<Report, { readonly refused: null }>;

/** What every report says; a file that says more of itself says so here. */
type Head = Pick<Read, 'format' | 'encoding'> & Partial<Omit<Read, 'refused' | 'questions'>>;

/** The report on so many pieces of a file, each of which is a question; too many are refused before any is read. */
export function reportOf<Piece>(
  head: Head,
  pieces: readonly Piece[],
  questionOf: (piece: Piece, index: number) => Question,
): Report {
  if (pieces.length === 0) return refuse('no-questions');
  if (pieces.length > MOST_QUESTIONS) return refuse('too-many-questions', String(pieces.length));
  return {
    refused: null,
    title: null,
    language: null,
    lesson: null,
    ...head,
    questions: pieces.map(questionOf),
  };
}
