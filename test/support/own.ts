import type { SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import { common, own, type Names, type OwnView, type PhoneView } from '#shared/session/views';
import { Shown } from '#shared/session/views/shown';

/** A seat's own view as its phone has it after a whole frame, which tells once what all see alike. */
export function ownOnPhone(state: SessionState, seat: SeatId, names: Names): OwnView | null {
  const shown = new Shown<PhoneView>();
  shown.frame({
    ...{ seq: state.seq, now: 0, whole: true },
    common: common(state, 'phone', names) as PhoneView,
    own: own(state, seat, names),
  });
  return shown.own;
}
