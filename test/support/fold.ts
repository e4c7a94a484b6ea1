import type { SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';

/** A state as data, so that two can be compared: without the functions of its activities. */
export const plain = (state: SessionState): unknown => ({
  ...state,
  steps: state.steps.map(({ activity, ...step }) => ({ ...step, kind: activity.kind })),
});

/** The board as `seat: rank`, in its order. */
export const boardOf = (state: SessionState): readonly string[] =>
  state.board.map(({ seat, rank }) => `${rank} ${seat}`);

export const placeOf = (state: SessionState, seat: SeatId) => state.places.get(seat) ?? null;
