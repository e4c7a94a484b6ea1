import type { Loss } from '#shared/exchange/report';

/** What every question has that banks of questions know, in one language. */
export interface Head {
  readonly id: string;
  readonly name: string;
  readonly task: string;
  /** Empty: none. */
  readonly explanation: string;
  readonly hints: readonly string[];
  readonly points: number;
}

/** What one of the options of a choice says. `why`: empty, or why it is wrong. */
export interface Option {
  readonly words: string;
  readonly right: boolean;
  readonly why: string;
}

export interface Choice {
  readonly type: 'choice';
  readonly options: readonly Option[];
  readonly several: boolean;
  readonly shuffle: boolean;
}

export interface Num {
  readonly type: 'number';
  readonly answer: number;
  readonly tolerance: number;
  /** Empty: none. */
  readonly unit: string;
  readonly mistakes: readonly { readonly value: number; readonly why: string }[];
}

/** From the first to the last. */
export interface Order {
  readonly type: 'order';
  readonly items: readonly string[];
}

export interface Essay {
  readonly type: 'essay';
}

/** Something that nobody answers. `data`: a data URL of a png, jpeg or webp. */
export interface Shown {
  readonly type: 'shown';
  readonly lines: readonly string[];
  readonly picture: { readonly data: string; readonly alt: string } | null;
}

export type Body = Choice | Num | Order | Essay | Shown;

/** A step in the notions of question banks, and what of it has no place in any of them. */
export interface Item {
  readonly head: Head;
  readonly body: Body;
  readonly lost: readonly Loss[];
}

/** A part of a step that no format has a place for, by its name in the document. */
export const noPlaceFor = (what: string): Loss => ({ code: 'part-left-out', what });

/** `loss`, where there is something to lose. */
export const lostIf = (there: boolean, ...loss: readonly Loss[]): readonly Loss[] => (there ? loss : []);

/** What a question asks; what is only shown has its lines below, each a paragraph. */
export const asked = (task: string, body: Body): string =>
  body.type === 'shown' ? [task, ...body.lines].join('\n\n') : task;

/** The texts of a body, in our Markdown, but those of what is shown. */
export function wordsOf(body: Body): readonly string[] {
  switch (body.type) {
    case 'choice':
      return body.options.flatMap(({ words, why }) => [words, why]);
    case 'number':
      return body.mistakes.map(({ why }) => why);
    case 'order':
      return body.items;
    case 'essay':
    case 'shown':
      return [];
  }
}

/** Whether an answer can be right. */
export const isGraded = ({ type }: Body): boolean => type !== 'essay' && type !== 'shown';
