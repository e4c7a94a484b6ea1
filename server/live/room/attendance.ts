import type { SeatId } from '#shared/session/events';

/** Who is connected, and who was at some time since the step was opened. */
export class Attendance {
  private readonly sockets = new Map<SeatId, number>();
  private seen = new Set<SeatId>();
  /** Desks and projectors. */
  private onlookers = 0;
  /** Everybody's, also of phones that have no seat yet. */
  private open = 0;
  /** How often somebody has come or gone. */
  moves = 0;

  arrive(seat: SeatId): void {
    this.moves += 1;
    this.sockets.set(seat, (this.sockets.get(seat) ?? 0) + 1);
    this.seen.add(seat);
  }

  leave(seat: SeatId): void {
    this.moves += 1;
    const left = (this.sockets.get(seat) ?? 1) - 1;
    if (left > 0) this.sockets.set(seat, left);
    else this.sockets.delete(seat);
  }

  /** A desk or projector has come (1), or gone (-1). */
  lookOn(by: 1 | -1): void {
    this.moves += 1;
    this.onlookers += by;
  }

  /** A connection has come (1), or gone (-1). Says whether that was the first one, or the last one. */
  connected(by: 1 | -1): boolean {
    const before = this.open;
    this.open += by;
    return before === 0 || this.open === 0;
  }

  get connections(): number {
    return this.open;
  }

  /** Whether anybody is connected who belongs here. */
  get anybody(): boolean {
    return this.sockets.size > 0 || this.onlookers > 0;
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
