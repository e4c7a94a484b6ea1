import type { HeldDrafts } from '#shared/session/commands';
import { turnOf } from '#shared/session/conductor/turn';
import type { SeatId } from '#shared/session/events';
import { stepOnStage, type SessionState } from '#shared/session/state';
import { taps, type Tap } from '#shared/session/views/taps';

/** Where everybody's sliders are right now: the latest for each seat in one step or in the lobby, in memory only; and taps. */
export class Drafts {
  private step: number | 'lobby' | null = null;
  private readonly latestOf = new Map<SeatId, unknown>();

  get latest(): ReadonlyMap<SeatId, unknown> {
    return this.latestOf;
  }

  get held(): HeldDrafts | null {
    return typeof this.step === 'number' ? { step: this.step, drafts: this.latestOf } : null;
  }

  /**
   * Keeps a draft if its step has drafts, the seat may answer there at the time `at`, and the draft fits; says whether it
   * did.
   */
  put(state: SessionState, seat: SeatId, step: number, raw: unknown, at: number): boolean {
    const turn = turnOf(state, seat, step, at);
    if (!turn.ok || !turn.value.step.activity.drafts) return false;
    const { activity, answers } = turn.value.step;
    const parsed = activity.answers?.parse(raw, answers.get(seat)?.submission ?? null);
    if (!parsed?.ok) return false;
    this.keep(seat, step, parsed.value);
    return true;
  }

  /** Keeps that a seat has tapped, if its step is on stage and has something to tap; says whether it did. */
  tap(state: SessionState, seat: SeatId, step: number): boolean {
    const current = stepOnStage(state);
    if (current?.index !== step || !taps(current.step) || state.seats.get(seat)?.kicked !== false)
      return false;
    this.keep(seat, step, { tapped: step } satisfies Tap);
    return true;
  }

  /** Keeps how far a seat has turned the lobby's line, while the class is there; says whether it did. */
  turn(state: SessionState, seat: SeatId, degrees: number): boolean {
    if (state.stage.at !== 'lobby' || state.seats.get(seat)?.kicked !== false) return false;
    this.keep(seat, 'lobby', degrees);
    return true;
  }

  /** What was submitted is no draft any more. */
  drop(seat: SeatId): void {
    this.latestOf.delete(seat);
  }

  clear(): void {
    this.step = null;
    this.latestOf.clear();
  }

  private keep(seat: SeatId, step: number | 'lobby', draft: unknown): void {
    if (this.step !== step) this.clear();
    this.step = step;
    this.latestOf.set(seat, draft);
  }
}
