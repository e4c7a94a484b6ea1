import type { SeatId } from '#shared/session/events';
import { openStep, type SessionState } from '#shared/session/state';

/** Where everybody's sliders are right now: the latest for each seat, in memory only. */
export class Drafts {
  private readonly held = new Map<SeatId, unknown>();

  get latest(): ReadonlyMap<SeatId, unknown> {
    return this.held;
  }

  /** Keeps a draft of the open step if its activity has drafts and the draft fits; says whether it did. */
  put(state: SessionState, seat: SeatId, step: number, raw: unknown): boolean {
    const open = openStep(state);
    if (open?.index !== step || !open.step.activity.drafts || state.seats.get(seat)?.kicked !== false)
      return false;
    const previous = open.step.answers.get(seat)?.submission ?? null;
    const parsed = open.step.activity.answers?.parse(raw, previous);
    if (!parsed?.ok) return false;
    this.held.set(seat, parsed.value);
    return true;
  }

  /** What was submitted is no draft any more. */
  drop(seat: SeatId): void {
    this.held.delete(seat);
  }

  clear(): void {
    this.held.clear();
  }
}
