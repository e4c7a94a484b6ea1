/**
 * Everything that can be wrong with a document that somebody wrote (a lesson, the configuration of a step), in one
 * closed list. Codes are stable: files, clients and tests rely on their spelling. Each has a sentence in every
 * language in `messages/lessons/` under `problem_<code with underscores>`. They are general on purpose: a kind of
 * activity gives them as the messages of its own checks, and where it does so fits.
 */
export const problemCodes = [
  // the document as a whole
  'not-json',
  'not-an-object',
  'version-unknown',
  'too-deep',
  'too-many-parts',
  // a part of it
  'missing',
  'unknown-field',
  'wrong-type',
  'not-one-of',
  'malformed',
  // how much there is
  'empty',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'too-small',
  'too-large',
  'not-whole',
  // parts that do not go together
  'same-id',
  'named-twice',
  'not-there',
  'none-wrong',
  'several-right',
  'why-of-right',
  'starts-right',
  'undecided',
  'uneven',
  'mistake-is-right',
  'numbers-missing',
  'wrong-order',
  'not-apart',
  'does-not-fit',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What is wrong, and where: the keys and the places (from 0) that lead there from the document's root. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
}

export const isProblemCode = (text: string): text is ProblemCode =>
  (problemCodes as readonly string[]).includes(text);
