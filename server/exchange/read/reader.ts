import type { Encoding, Question, Refusal, Report } from '#shared/exchange/report';

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
