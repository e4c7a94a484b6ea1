import { begin, evolve } from './evolve';
import type { EventOf, EventType, LoggedEvent, SeatId, SentBy, SessionEvent } from './events';
import { sentByOf, type SessionState } from './state';
import { common, pulse, type Names, type Pulse, type ScreenView } from './views';

/**
 * What the time line leaves out. That somebody has more time, or has written what was hidden, is for nobody who looks over
 * the teacher's shoulder. That the server reads what was handed in shows nothing new to anybody.
 */
const untold = [
  ...(['seat-paced', 'time-over', 'look-set', 'answer-hidden'] as const),
  ...(['reading-asked', 'reading-done'] as const),
] as const;
export type MomentType = Exclude<EventType, (typeof untold)[number]>;

/** A point of a session's time line: one event. */
export interface Moment {
  readonly seq: number;
  /** On the session's clock, ms. */
  readonly at: number;
  readonly type: MomentType;
  /** The step it is about, if it is about one. */
  readonly step: number | null;
  /** Whose event it is, by the name they have now; null for the teacher's and the server's, empty once erased. */
  readonly name: string | null;
  /** Who has sent the answer; null where none was sent. */
  readonly sentBy: SentBy | null;
}

/** What projector and board showed once an event was in. */
export interface Still {
  readonly seq: number;
  readonly at: number;
  readonly view: ScreenView;
  readonly pulse: Pulse;
  /** The whole board, also where none was on stage. */
  readonly board: readonly StillRow[];
  /** The names of those who had no rank yet. */
  readonly beside: readonly string[];
}

export interface StillRow {
  readonly seat: SeatId;
  /** Empty once it was erased. */
  readonly name: string;
  readonly rank: number;
  readonly share: number;
  readonly points: number;
  readonly right: number;
}

type OfMany = EventOf<'seats-kicked' | 'seats-readmitted'>;

const isOfMany = (event: SessionEvent): event is OfMany =>
  event.type === 'seats-kicked' || event.type === 'seats-readmitted';

/** More names than this are counted. */
const NAMED = 5;

const namesOf = (all: readonly string[]): string =>
  all.slice(0, NAMED).join(', ') + (all.length > NAMED ? ` +${all.length - NAMED}` : '');

/** The time line of a log; `state` is the state after it. */
export function momentsOf(log: readonly LoggedEvent[], state: SessionState, names: Names): Moment[] {
  const nameOf = (seat: SeatId) => names(state.seats.get(seat)?.name ?? '');
  return log.flatMap(({ seq, at, event }) =>
    isTold(event.type)
      ? [
          {
            ...{ seq, at, type: event.type },
            step: stepOf(event),
            name:
              'seat' in event
                ? nameOf(event.seat)
                : isOfMany(event)
                  ? namesOf(event.seats.map(nameOf))
                  : null,
            sentBy: event.type === 'submitted' ? sentByOf(event) : null,
          },
        ]
      : [],
  );
}

const isTold = (type: EventType): type is MomentType => untold.every((one) => one !== type);

function stepOf(event: LoggedEvent['event']): number | null {
  if ('step' in event) return event.step;
  return event.type === 'stage-entered' && 'step' in event.stage ? event.stage.step : null;
}

/** Plays a log again, up to any of its events; going forward costs only what lies between. */
export class Reel {
  private state: SessionState;
  private next = 1;

  /** `log` starts at the first event. */
  constructor(private readonly log: readonly LoggedEvent[]) {
    this.state = begin(this.first);
  }

  /** What was shown after the last event up to `seq`; before the first one there is none. */
  at(seq: number, names: Names): Still {
    const state = this.seek(seq);
    this.hide(state);
    const nameOf = (seat: SeatId) => names(state.seats.get(seat)?.name ?? '');
    return {
      seq: state.seq,
      at: state.at,
      view: common(state, 'screen', names) as ScreenView,
      pulse: pulse(state, { here: () => true, drafts: new Map(), past: true }),
      board: state.board.map(({ seat, rank, share, points, right }) => ({
        ...{ seat, rank, share, points, right },
        name: nameOf(seat),
      })),
      beside: [...state.beside.keys()].map(nameOf),
    };
  }

  private get first(): LoggedEvent {
    const [first] = this.log;
    if (!first) throw new Error('an empty log cannot be replayed');
    return first;
  }

  /** What the teacher has hidden in the end is hidden from the first moment on. */
  private hide({ steps }: SessionState): void {
    const hidden = new Map<string, EventOf<'answer-hidden'>>();
    for (const { event } of this.log)
      if (event.type === 'answer-hidden') hidden.set(`${event.step}/${event.seat}`, event);
    for (const { step, seat, hidden: out } of hidden.values())
      if (out) steps[step]?.hidden.add(seat);
      else steps[step]?.hidden.delete(seat);
  }

  private seek(seq: number): SessionState {
    if (seq < this.state.seq) [this.state, this.next] = [begin(this.first), 1];
    for (let record = this.log[this.next]; record && record.seq <= seq; record = this.log[this.next]) {
      evolve(this.state, record);
      this.next += 1;
    }
    return this.state;
  }
}
