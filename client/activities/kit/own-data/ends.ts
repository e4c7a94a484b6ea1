import { fieldsOf } from '../edit/paths';
import { wordsIn } from '../edit/texts';

/** An axis as far as it is written: what stands beside it, and from where to where; null: there are no ends yet. */
export interface End {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

export function endIn(axis: unknown, languages: readonly string[]): End | null {
  const { name, unit, from, to } = fieldsOf(axis);
  if (typeof from !== 'number' || typeof to !== 'number' || from >= to) return null;
  const title = [wordsIn(name, languages), wordsIn(unit, languages)]
    .filter((words) => words !== '')
    .join(', ');
  return { title, from, to };
}
