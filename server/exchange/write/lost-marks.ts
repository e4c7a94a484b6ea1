import type { Loss } from '#shared/exchange/report';
import { asked, wordsOf, type Item } from './item';
import { htmlOf } from './marked';

/** A format, read in again: what a text of ours is then. */
export type Again = (words: string) => string;

const sameSpaces = (html: string): string => html.replace(/\s+/g, ' ');

const shownAs = (words: string): string => sameSpaces(htmlOf(words));

/** What is shown has its paragraphs to be told apart by. */
function isCutAgain({ head, body }: Item, again: Again): boolean {
  if (body.type !== 'shown') return true;
  const parts = [head.task, ...body.lines];
  const back = again(asked(head.task, body)).split(/\n{2,}/);
  return back.length === parts.length && back.every((part, i) => shownAs(part) === shownAs(parts[i] ?? ''));
}

/** `markup`, if some text of a question is not shown as before once it has been read in again. */
export function lostMarks(item: Item, again: Again): readonly Loss[] {
  const { head, body } = item;
  const said = [head.explanation, ...head.hints, asked(head.task, body), ...wordsOf(body)].filter(Boolean);
  const same = said.every((words) => shownAs(again(words)) === shownAs(words));
  return same && isCutAgain(item, again) ? [] : [{ code: 'markup' }];
}
