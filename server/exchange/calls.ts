import type { OwnTerms } from '#shared/activities/race/config';
import type { Report, Written, WrittenFormat } from '#shared/exchange/report';
import type { Draft } from '#shared/lessons/draft';
import type { Table } from '#shared/tables/table';
import type { Worth } from '#shared/tables/worth';

/** What the process can be asked, by name: what it is handed, and what it answers. Everything is plain data. */
export interface Calls {
  /** What a file of questions holds. */
  readonly read: {
    readonly asked: { readonly name: string; readonly bytes: Uint8Array };
    readonly answer: Report;
  };
  /** A lesson in a format. */
  readonly write: {
    readonly asked: { readonly lesson: Draft; readonly format: WrittenFormat; readonly language: string };
    readonly answer: Written;
  };
  /** What table is in a file; null: none. */
  readonly table: { readonly asked: { readonly bytes: Uint8Array }; readonly answer: Table | null };
  /** Whether a step on somebody's own table is worth playing; null: it is no such step. */
  readonly worth: {
    readonly asked: { readonly kind: string; readonly config: unknown };
    readonly answer: Worth | null;
  };
  /** What is paid and worth points in a race on somebody's own table; null: it is no such race. */
  readonly terms: {
    readonly asked: { readonly kind: 'race'; readonly config: unknown };
    readonly answer: OwnTerms | null;
  };
}

export type Ask = keyof Calls;
export type AskedOf<One extends Ask> = Calls[One]['asked'];
export type AnswerOf<One extends Ask> = Calls[One]['answer'];

/** A call as it goes to the process. */
export type Call = { [One in Ask]: { readonly ask: One; readonly asked: AskedOf<One> } }[Ask];

/** How each call is answered in the process. */
export type Answers = {
  readonly [One in Ask]: (asked: AskedOf<One>) => AnswerOf<One> | Promise<AnswerOf<One>>;
};
