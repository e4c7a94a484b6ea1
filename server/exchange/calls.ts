import type { Report } from '#shared/exchange/report';

/** What the thread can be asked, by name: what it is handed, and what it answers. Everything is plain data. */
export interface Calls {
  /** What a file of questions holds. */
  readonly read: {
    readonly asked: { readonly name: string; readonly bytes: Uint8Array };
    readonly answer: Report;
  };
}

export type Ask = keyof Calls;
export type AskedOf<One extends Ask> = Calls[One]['asked'];
export type AnswerOf<One extends Ask> = Calls[One]['answer'];

/** A call as it goes to the thread. */
export type Call = { [One in Ask]: { readonly ask: One; readonly asked: AskedOf<One> } }[Ask];

/** How each call is answered in the thread. */
export type Answers = {
  readonly [One in Ask]: (asked: AskedOf<One>) => AnswerOf<One> | Promise<AnswerOf<One>>;
};
