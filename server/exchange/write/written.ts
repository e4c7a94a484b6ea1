import type { DraftStep, Loss, Written } from '#shared/exchange/report';
import type { Draft } from '#shared/lessons/draft';
import type { Item } from './item';
import { itemOf } from './step';

/** What a format says of one step. */
export interface Piece {
  readonly text: string;
  /** What the format itself has no place for, beside what no format of questions has. */
  readonly lost: readonly Loss[];
}

/** How a format writes one question; null: it has none of this type. */
export type Writes = (item: Item) => Piece | null;

const LEFT_OUT: Loss = { code: 'not-in-this-format' };

const distinct = (lost: readonly Loss[]): readonly Loss[] => [
  ...new Map(lost.map((loss) => [`${loss.code} ${loss.what ?? ''}`, loss])).values(),
];

function pieceOf(step: DraftStep, language: string, writes: Writes): Piece {
  const item = itemOf(step, language);
  const piece = item && writes(item);
  if (!item || !piece) return { text: '', lost: [LEFT_OUT] };
  return { text: piece.text, lost: distinct([...item.lost, ...piece.lost]) };
}

/** A lesson's steps in one format, one after the other, and what each of them loses by it. */
export function writtenAs(lesson: Draft, language: string, writes: Writes): Written {
  const pieces = lesson.steps.map((step) => pieceOf(step, language, writes));
  return {
    text: pieces.map(({ text }) => text).join(''),
    lost: pieces.flatMap(({ lost }, step) => (lost.length > 0 ? [{ step, lost }] : [])),
  };
}
