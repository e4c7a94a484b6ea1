import type { Stage } from '#shared/session/events';
import type { DeskView } from '#shared/session/views';

/** As much of the desk's view as moving about needs. */
export type Whereabouts = Pick<DeskView, 'stage' | 'stations'>;

/** The step that stands on stage or whose board does. */
export function stepAt({ stage }: Whereabouts): number | null {
  return stage.at === 'step' || stage.at === 'board' ? stage.step : null;
}

/** Where the class is in the lesson: a step that is played again stands where it first did. */
function placeOf(where: Whereabouts): number | null {
  const step = stepAt(where);
  return step === null ? null : (where.stations[step]?.again ?? step);
}

const lengthOf = ({ stations }: Whereabouts): number => stations.filter(({ again }) => again === null).length;

/** One place on: the next step, and after the last one the podium, once there is something to crown. */
export function forward(where: Whereabouts): Stage | null {
  const { stage, stations } = where;
  if (stage.at === 'podium' || stage.at === 'ended') return null;
  const step = (placeOf(where) ?? -1) + 1;
  if (step < lengthOf(where)) return { at: 'step', step };
  return stations.some(({ phase }) => phase === 'revealed' || phase === 'shown') ? { at: 'podium' } : null;
}

/** One place back: from a board to its step, from a step to the one before. */
export function back(where: Whereabouts): Stage | null {
  const { stage, stations } = where;
  const again = stations[stepAt(where) ?? -1]?.again ?? null;
  switch (stage.at) {
    case 'lobby':
    case 'ended':
      return null;
    case 'step':
      if (again !== null) return { at: 'step', step: again };
      if (stage.step > 0) return { at: 'step', step: stage.step - 1 };
      return stations.every(({ phase }) => phase === 'waiting' || phase === 'shown') ? { at: 'lobby' } : null;
    case 'board':
      return { at: 'step', step: stage.step };
    case 'podium':
      return { at: 'step', step: lengthOf(where) - 1 };
  }
}

/** The open step that going to `to` would close, with its number; null if nothing is cut short. */
export function cutShort({ stations }: Whereabouts, to: Stage): number | null {
  const open = stations.findIndex(({ phase }) => phase === 'open');
  return open < 0 || (to.at === 'step' && to.step === open) ? null : open;
}
