import type { SeatId } from '#shared/session/events';

/** Who is connected, and who was at some time since the step was opened. */
export class Attendance {
  private readonly sockets = new Map<SeatId, number>();
  private seen = new Set<SeatId>();

  arrive(seat: SeatId): void {
    this.sockets.set(seat, (this.sockets.get(seat) ?? 0) + 1);
    this.seen.add(seat);
  }

  leave(seat: SeatId): void {
    const left = (this.sockets.get(seat) ?? 1) - 1;
    if (left > 0) this.sockets.set(seat, left);
    else this.sockets.delete(seat);
  }

  readonly here = (seat: SeatId): boolean => this.sockets.has(seat);

  seats(): Iterable<SeatId> {
    return this.sockets.keys();
  }

  /** A step was opened: who is here now was there. */
  begin(): void {
    this.seen = new Set(this.sockets.keys());
  }

  sinceOpened(): ReadonlySet<SeatId> {
    return this.seen;
  }
}
