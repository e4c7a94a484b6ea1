import type { ActivityKind } from '../activities/registry';
import type { Draft } from '../lessons/draft';

/** What a file of questions can be. */
export const formats = [
  'trainoff',
  'gift',
  'aiken',
  'moodle-xml',
  'kahoot-xlsx',
  'csv',
  'qti-2',
  'qti-3',
] as const;
export type Format = (typeof formats)[number];

export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Why nothing of a file can be taken. Codes are stable; each has a sentence in `messages/exchange/` under
 * `exchange_refused_<code with underscores>`, and says what the file is where that was recognised.
 */
export const refusals = [
  'empty-file',
  'file-too-large',
  'course-backup',
  'h5p-package',
  'word-document',
  'plain-zip',
  'plain-xlsx',
  'old-office',
  'pdf',
  'picture',
  'web-page',
  'unknown-format',
  'broken-xml',
  'broken-zip',
  'broken-xlsx',
  'not-json',
  'zip-bomb',
  'entities-refused',
  'too-deep',
  'too-many-questions',
  'took-too-long',
  'no-questions',
] as const;
export type Refusal = (typeof refusals)[number];

/**
 * What of a question is not taken along. Codes are stable; each has a sentence under `exchange_lost_<code>`. `what` names
 * it as the file does: a picture's file, the name of a type. `part-left-out` is a part of a step that the format has no
 * place for, by its name in our document, `not-in-this-format` the whole of it.
 */
export const losses = [
  'picture-missing',
  'picture-dropped',
  'media-dropped',
  'formula-kept-as-text',
  'fractions',
  'penalty',
  'feedback',
  'hints-beyond-four',
  'tags',
  'category',
  'time-limit-changed',
  'points-changed',
  'order-not-shuffled',
  'answers-not-graded',
  'further-answers',
  'tolerance-differs',
  'units',
  'text-shortened',
  'markup',
  'options-beyond-eight',
  'formula-in-cell',
  'id-changed',
  'part-left-out',
  'not-in-this-format',
] as const;
export type LossCode = (typeof losses)[number];

export interface Loss {
  readonly code: LossCode;
  readonly what?: string;
}

/** Why one question cannot be taken, though others can: `exchange_fault_<code>`. */
export const faults = [
  'unsupported-type',
  'no-right-answer',
  'right-not-an-option',
  'several-right-answers',
  'too-few-options',
  'too-many-options',
  'not-a-number',
  'empty-question',
  'unclosed-brace',
  'unexpected-line',
  'missing-column',
  'cloze',
  'broken',
] as const;
export type FaultCode = (typeof faults)[number];

/** Where in the file something stands: its line, row or item, from 1. */
export interface Place {
  readonly unit: 'line' | 'row' | 'item';
  readonly number: number;
  /** In a package: which of its files. */
  readonly file?: string;
}

export type DraftStep = Draft['steps'][number];

/** What becomes of one question. */
export type Question = {
  readonly place: Place;
  /** As the file calls it, or its first words. */
  readonly name: string;
  /** The type that the file gives it, such as `multichoice`. */
  readonly type: string;
} & (
  | { readonly becomes: ActivityKind; readonly step: DraftStep; readonly lost: readonly Loss[] }
  | { readonly becomes: null; readonly fault: FaultCode; readonly what?: string }
);

/** What a column of a table of questions can be. */
export const columnMeanings = [
  'question',
  'option',
  'wrong-option',
  'right',
  'explanation',
  'seconds',
  'points',
  'type',
  'title',
  'tolerance',
  'unit',
  'hint',
  'tags',
  'category',
  'picture',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** A column as its heading calls it, and what it was taken for; null: for nothing. */
export interface Column {
  readonly heading: string;
  readonly means: ColumnMeaning | null;
}

/** What a file holds, before anything is taken. */
export type Report =
  | { readonly refused: Refusal; readonly what?: string }
  | {
      readonly refused: null;
      readonly format: Format;
      /** Null: what it is in says so itself, as in a workbook. */
      readonly encoding: Encoding | null;
      /** What the file calls itself; null: nothing. */
      readonly title: string | null;
      /** The language that the file says it is in, or null. */
      readonly language: string | null;
      /** With a document of our own, what it says beside its steps. */
      readonly lesson: Omit<Draft, 'steps'> | null;
      readonly questions: readonly Question[];
      /** Of a table, its columns from left to right. */
      readonly columns?: readonly Column[];
    };

/** Bytes of a file that is brought in; one that is larger is refused. */
export const LARGEST_FILE = 5 * 1024 * 1024;
/** Questions of one file: as many as a lesson has steps. */
export const MOST_QUESTIONS = 1_000;

/** What a lesson can be written as, and what the writing could not take along, step by step. */
export const writtenFormats = ['trainoff', 'gift', 'moodle-xml'] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

export interface Written {
  readonly text: string;
  /** By the place of the step in the lesson, from 0; a step that is left out has `not-in-this-format`. */
  readonly lost: readonly { readonly step: number; readonly lost: readonly Loss[] }[];
}
