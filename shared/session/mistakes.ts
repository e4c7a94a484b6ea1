import type { Mistake } from '../activities/activity';
import type { Text } from '../text';
import type { SeatId } from './events';
import { answeredIn, type SessionState, type StepState } from './state';
import type { ClassMistakes } from './views/types';

/** A mistake that has a name, and everybody who made it. */
export interface MadeMistake extends Mistake {
  readonly seats: readonly SeatId[];
}

/** How many mistakes the class is told of while it sits there: more are a list, and nobody reads it. */
const MOST = 3;

/** Who made which mistake, the commonest first; who was kicked is left out, and the order of answers does not matter. */
export function byMistake(
  { seats }: Pick<SessionState, 'seats'>,
  made: ReadonlyMap<SeatId, readonly Mistake[]>,
): readonly MadeMistake[] {
  const groups = new Map<string, Mistake & { readonly seats: SeatId[] }>();
  for (const [seat, mistakes] of [...made].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (seats.get(seat)?.kicked !== false) continue;
    for (const { id, why } of mistakes) {
      const group = groups.get(id) ?? { id, why, seats: [] };
      group.seats.push(seat);
      groups.set(id, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.seats.length - a.seats.length || (a.id < b.id ? -1 : 1));
}

/** What a seat got wrong, in words; nothing before the reveal. */
export const whysOf = ({ mistakes }: Pick<StepState, 'mistakes'>, seat: SeatId): readonly Text[] =>
  (mistakes.get(seat) ?? []).map(({ why }) => why);

/** What a class is told of its own mistakes once a step is revealed. */
export const classMistakes = (state: SessionState, step: StepState): ClassMistakes => ({
  answered: answeredIn(state, step),
  named: counted(state, step.mistakes)
    .slice(0, MOST)
    .map(({ why, count }) => ({ why, count })),
});

/** As `byMistake`, of which it is the short form: a class is waiting, and each of three views tells of its mistakes. */
function counted({ seats }: Pick<SessionState, 'seats'>, made: ReadonlyMap<SeatId, readonly Mistake[]>) {
  const groups = new Map<string, Mistake & { count: number }>();
  for (const [seat, mistakes] of made) {
    if (seats.get(seat)?.kicked !== false) continue;
    for (const { id, why } of mistakes) {
      const group = groups.get(id);
      if (group) group.count += 1;
      else groups.set(id, { id, why, count: 1 });
    }
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
