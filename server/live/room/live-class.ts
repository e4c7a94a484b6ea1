import type { SeatId } from '#shared/session/events';
import { CLASS } from '#shared/session/ledger/jobs';
import { openStep, type Numbered, type SessionState } from '#shared/session/state';
import type { PartTold, Tuning } from '#shared/session/together/told';
import type { ClassResult, Part } from '#shared/training/together/request';
import type { Reckon } from '../../workers/pool';
import type { Clock } from '../clock';
import { Course } from './course';

/** At most four a second, however many tune; and one at a time, however slow the machine. */
const PERIOD = 250;

/** A class without any error would grow by more than everything. */
const LEAST_ERROR = 1e-4;

export interface LiveClassPorts {
  readonly session: string;
  readonly clock: Clock;
  readonly reckon: Reckon;
  readonly state: () => SessionState;
  readonly drafts: () => ReadonlyMap<SeatId, unknown>;
  /** Calls back at a moment when the state is durable. */
  readonly whenDurable: (then: () => void) => void;
  /** Tells a seat what it is to its class. */
  readonly tell: (seat: SeatId, part: PartTold) => void;
  /** There is something new to be shown. */
  readonly onReckoned: () => void;
}

/** What a class that is reckoned together comes to while it tunes: reckoned on another thread, and held in memory alone. */
export class LiveClass {
  private shown: Tuning | null = null;
  private course = new Course();
  private readonly told = new Map<SeatId, string>();
  private pending: (() => void) | null = null;
  private lastAt = -Infinity;
  private busy = false;
  private stale = false;
  private asked = 0;
  private opening = 0;
  private stopped = false;

  constructor(private readonly ports: LiveClassPorts) {}

  get tuning(): Tuning | null {
    return this.shown;
  }

  /** A step was opened: nobody has tuned in it yet. */
  begin(): void {
    this.opening += 1;
    this.shown = null;
    this.course = new Course();
    this.told.clear();
  }

  /** A phone of the seat has come, and has not heard what others of it may have. */
  arrived(seat: SeatId): void {
    this.told.delete(seat);
    this.touch();
  }

  /** Some, or all, were shown their step anew, of which this is no part. */
  renewed(): void {
    this.told.clear();
    this.touch();
  }

  /** Somebody has moved, sent, come or gone. */
  touch(): void {
    const { clock, whenDurable } = this.ports;
    if (this.stopped || !openStep(this.ports.state())?.step.activity.together) return;
    if (this.busy) this.stale = true;
    else {
      const wait = Math.max(0, this.lastAt + PERIOD - clock.now());
      this.pending ??= clock.after(wait, () => whenDurable(() => this.beat()));
    }
  }

  stop(): void {
    this.stopped = true;
    this.pending?.();
    this.pending = null;
  }

  private beat(): void {
    this.pending = null;
    if (this.stopped) return;
    const open = openStep(this.ports.state());
    const together = open?.step.activity.together;
    if (!open || !together) return;
    const { clock, session, reckon } = this.ports;
    const set = this.positions(open);
    const seats = [...set.keys()];
    const request = () => together.request([...set.values()], null);
    this.lastAt = clock.now();
    this.busy = true;
    this.asked += 1;
    const [opening, job] = [this.opening, `class/live/${this.asked}`];
    void reckon({ session, device: CLASS, job, request }).then((result) =>
      this.ports.whenDurable(() => this.reckoned({ step: open.index, opening, seats, result })),
    );
  }

  /** Where everybody is who has set or sent something. */
  private positions({ step }: Numbered): ReadonlyMap<SeatId, unknown> {
    const { seats } = this.ports.state();
    const set = new Map<SeatId, unknown>();
    for (const [seat, { submission }] of step.answers) set.set(seat, submission);
    for (const [seat, draft] of this.ports.drafts()) set.set(seat, draft);
    for (const seat of [...set.keys()]) if (seats.get(seat)?.kicked !== false) set.delete(seat);
    return set;
  }

  private reckoned({ step, opening, seats, result }: Reckoned): void {
    this.busy = false;
    if (this.stopped) return;
    const isOpen = openStep(this.ports.state())?.index === step && opening === this.opening;
    if (result && isOpen) {
      this.course.add(result.whole.error, this.ports.clock.now());
      this.shown = { step, live: result, course: this.course.points };
      const { error } = result.whole;
      result.parts.forEach((part, i) => this.tell(seats[i] ?? '', part, error));
      this.ports.onReckoned();
    }
    if (!this.stale) return;
    this.stale = false;
    this.touch();
  }

  /** Rounded to what a phone shows: what has not changed is not sent. */
  private tell(seat: SeatId, { weight, seen }: Part, error: number): void {
    const grows = seen / Math.max(error, LEAST_ERROR);
    const part = { weight: Math.round(weight * 100) / 100, grows: Math.round(grows * 1_000) / 1_000 };
    const text = `${part.weight} ${part.grows}`;
    if (this.told.get(seat) === text) return;
    this.told.set(seat, text);
    this.ports.tell(seat, part);
  }
}

interface Reckoned {
  readonly step: number;
  readonly opening: number;
  readonly seats: readonly SeatId[];
  readonly result: ClassResult | null;
}
