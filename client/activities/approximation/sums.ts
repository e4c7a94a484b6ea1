import { isRight } from '#shared/activities/approximation/grade';
import { heldSums } from '#shared/activities/approximation/held';
import { networkOf } from '#shared/activities/approximation/network';
import type { Summary, View } from '#shared/activities/approximation/view';
import { MOST_WHILE_OPEN } from '#shared/activities/faint';
import type { ClassSum } from './curves';

/** A class's sums over the plain curve, all equally faint until the right ones may be lit. */
export interface ClassSums {
  readonly drawn: readonly ClassSum[];
  readonly students: number;
  readonly right: number;
}

/** The commonest are drawn, in an order that does not depend on who came first. */
export function classSums(view: View, picture: Summary, told: boolean): ClassSums {
  const held = [...heldSums(picture)].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const judged = held.map(({ sum, count }) => ({ sum, count, right: isRight(view, sum) }));
  const students = (of: readonly { readonly count: number }[]) =>
    of.reduce((all, { count }) => all + count, 0);
  return {
    drawn: judged
      .slice(0, MOST_WHILE_OPEN)
      .map(({ sum, right }) => ({ network: networkOf(sum, view), lit: told ? right : null })),
    students: students(judged),
    right: students(judged.filter(({ right }) => right)),
  };
}
