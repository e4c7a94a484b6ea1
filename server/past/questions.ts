import type { ErrorCode } from '#shared/errors';
import type { Hash } from '#shared/session/events';
import type { TableKind } from '#shared/session/tables';
import type { Locale } from '#shared/text';

/** What can be asked about a session that is looked back at. */
export type Question =
  | { readonly ask: 'review' }
  | { readonly ask: 'moments' }
  /** What was shown once the event of this seq was in. */
  | { readonly ask: 'still'; readonly seq: number }
  | { readonly ask: 'table'; readonly table: TableKind; readonly language: Locale; readonly zone: string }
  /** All tables as one file of sheets. */
  | { readonly ask: 'workbook'; readonly language: Locale; readonly zone: string }
  /** What the class may read, without names. */
  | { readonly ask: 'story' }
  /** The path of the seat that has, or had, this secret. */
  | { readonly ask: 'own'; readonly token: Hash };

/** To the thread that looks back; `forget` says that something of the session was erased. */
export type LookCall = { readonly call: number; readonly session: string } & (
  { readonly question: Question } | { readonly forget: true }
);

/** What an answer is made of: bytes for a workbook, for everything else text. */
export type AnswerTo<Asked extends Question> = Asked extends { readonly ask: 'workbook' }
  ? Uint8Array
  : string;

/** The answer as it goes to the browser: JSON, CSV for a table, a file for a workbook; without one, why not. */
export interface LookReply {
  readonly call: number;
  readonly body: AnswerTo<Question> | null;
  readonly code: ErrorCode | null;
}
