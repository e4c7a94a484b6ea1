import type { Lesson } from '#shared/lessons/lesson';
import type { EventOf, EventType, LoggedEvent, Pace, SeatId, SessionEvent } from '#shared/session/events';
import { activityOf } from '../support/bound';

/** An answer is taken and a step left open this long after a zero, ms. */
const SECOND = 1_000;
const AFTER_RESTART = 5_000;

/** After these the server asks anew whom a step stays open for. */
const asksAnew: ReadonlySet<EventType> = new Set(['time-extended', 'session-resumed', 'closing-soon']);

/** An open step with seconds. */
interface Running {
  readonly step: number;
  /** Reading and seconds, as it was opened, ms. */
  readonly span: number;
  /** The class's zero, or what was left of it when time was stopped. */
  zero: number;
  stopped: number | null;
  /** Whom it stays open for; null while the class has time. */
  waits: readonly SeatId[] | null;
}

/** What a log says about time, told again without the code that it is to check. */
export class TimeTold {
  /** What no log may say. */
  readonly wrong: string[] = [];
  #running: Running | null = null;
  /** When the step that is open began to be answered, reading left out, ms. */
  #answeredSince = 0;
  readonly #paces = new Map<SeatId, Pace>();
  readonly #kicked = new Set<SeatId>();
  /** Who has answered in a step's last vote. */
  readonly #answered = new Map<number, Set<SeatId>>();

  constructor(
    log: readonly LoggedEvent[],
    private readonly lesson: Lesson,
  ) {
    for (const record of log) {
      this.#seats(record.event);
      this.#steps(record);
      if (this.#running) this.#clock(this.#running, record);
    }
  }

  /** Whether time should have closed the step that is open at the end of the log. */
  get overdue(): boolean {
    if (!this.#running || this.#running.stopped !== null) return false;
    return !this.#running.waits?.some((seat) => this.#mayGoOn(seat) && this.#pace(seat) === null);
  }

  #seats(event: SessionEvent): void {
    if (event.type === 'seat-kicked') this.#kicked.add(event.seat);
    if (event.type === 'seat-readmitted') this.#kicked.delete(event.seat);
    if (event.type === 'seats-kicked') for (const seat of event.seats) this.#kicked.add(seat);
    if (event.type === 'seats-readmitted') for (const seat of event.seats) this.#kicked.delete(seat);
    if (event.type !== 'seat-paced') return;
    this.#paces.set(event.seat, event.pace);
    if (this.#running) this.#running.waits = null;
  }

  #steps({ seq, at, event }: LoggedEvent): void {
    if (event.type === 'step-opened') {
      this.#answeredSince = at + event.reading;
      this.#open(event.step, at, event.total === null ? null : event.reading + event.total);
    }
    // What had no countdown has one from now on: that of who had answered from the beginning.
    if (event.type === 'closing-soon' && !this.#running)
      this.#open(event.step, this.#answeredSince, at + event.in - this.#answeredSince);
    if (event.type === 'voting-again') {
      this.#answeredSince = at;
      this.#answered.delete(event.step);
      this.#open(event.step, at, event.total);
    }
    if (event.type === 'submitted') {
      const late = this.#left(event.seat, at) <= -SECOND;
      // What the close takes in was set in time: it comes when the time is over.
      if (late && event.sentBy !== 'close') this.wrong.push(`an answer at ${seq} after its seat's time`);
      this.#answered.set(event.step, new Set([...(this.#answered.get(event.step) ?? []), event.seat]));
    }
    if (event.type === 'step-closed') {
      if (event.by === 'deadline') this.#closed(seq, at, event);
      this.#running = null;
    }
  }

  #clock(running: Running, { seq, at, event }: LoggedEvent): void {
    if (event.type === 'step-frozen') running.stopped = running.zero - at;
    if (event.type === 'step-unfrozen') {
      running.zero = at + (running.stopped ?? 0);
      running.stopped = null;
    }
    if (event.type === 'time-extended') {
      running.zero += event.by;
      if (running.stopped !== null) running.stopped += event.by;
    }
    if (event.type === 'closing-soon') running.zero = Math.min(running.zero, at + event.in);
    if (event.type === 'session-resumed') running.zero = Math.max(running.zero, at + AFTER_RESTART);
    if (asksAnew.has(event.type)) running.waits = null;
    if (event.type === 'time-over') this.#over(running, seq, at, event);
  }

  #over(running: Running, seq: number, at: number, { waits }: EventOf<'time-over'>): void {
    this.#early(seq, at);
    if (waits.length === 0 || !waits.every((seat) => this.#holds(seat, at)))
      this.wrong.push(`a step stays open at ${seq} for nobody`);
    running.waits = waits;
  }

  /** Time may close a step only when nobody who is waited for has any left. */
  #closed(seq: number, at: number, { present }: EventOf<'step-closed'>): void {
    this.#early(seq, at);
    if ((this.#running?.waits ?? present).some((seat) => this.#holds(seat, at)))
      this.wrong.push(`a step is closed at ${seq} before somebody's time is over`);
  }

  #early(seq: number, at: number): void {
    const { zero, stopped } = this.#running ?? { zero: Infinity, stopped: null };
    if (stopped !== null || at < zero + SECOND) this.wrong.push(`the class's time ends too early at ${seq}`);
  }

  #open(step: number, at: number, span: number | null): void {
    this.#running = span === null ? null : { step, span, zero: at + span, stopped: null, waits: null };
  }

  #pace(seat: SeatId): Pace {
    const pace = this.#paces.get(seat);
    return pace === undefined ? 10 : pace;
  }

  /** What a seat has left, ms. */
  #left(seat: SeatId, at: number): number {
    const pace = this.#pace(seat);
    if (!this.#running || pace === null) return Infinity;
    const { zero, stopped, span } = this.#running;
    return (stopped ?? zero - at) + (span * (pace - 10)) / 10;
  }

  #mayGoOn(seat: SeatId): boolean {
    const step = this.#running?.step ?? -1;
    const kind = this.lesson.steps[step]?.kind;
    if (!kind || this.#kicked.has(seat) || this.#pace(seat) === 10) return false;
    return activityOf(kind).answers?.counts === 'last' || !this.#answered.get(step)?.has(seat);
  }

  #holds(seat: SeatId, at: number): boolean {
    return this.#mayGoOn(seat) && this.#left(seat, at) > -SECOND;
  }
}
