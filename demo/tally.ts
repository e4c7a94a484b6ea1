import type { ErrorCode } from '#shared/errors';

/** What happened to everybody's answers, and to what they expected. */
export class Tally {
  acked = 0;
  /** How often somebody said what they expect, and it was noted. */
  foreseen = 0;
  readonly refused = new Map<ErrorCode, number>();
  readonly sentAway = new Map<ErrorCode, number>();

  answered(refusal: ErrorCode | null): void {
    if (refusal === null) this.acked += 1;
    else this.refused.set(refusal, (this.refused.get(refusal) ?? 0) + 1);
  }

  /** Who says it as the step opens, or as the teacher goes elsewhere, was too slow. */
  expected(refusal: ErrorCode | null): void {
    if (refusal === null) this.foreseen += 1;
    else if (refusal !== 'too-late' && refusal !== 'step-not-open') this.answered(refusal);
  }

  away(refusal: ErrorCode): void {
    this.sentAway.set(refusal, (this.sentAway.get(refusal) ?? 0) + 1);
  }

  /** Refusals that a class meets: somebody was too slow. Everything else should not have happened. */
  get failed(): boolean {
    return this.sentAway.size > 0 || [...this.refused.keys()].some((code) => code !== 'too-late');
  }

  get summary(): string {
    const counts = (codes: ReadonlyMap<ErrorCode, number>) =>
      [...codes].map(([code, count]) => `${count} ${code}`).join(', ') || 'none';
    const lines = [`Answers taken: ${this.acked}; refused: ${counts(this.refused)}.`];
    if (this.foreseen > 0) lines.push(`Times that somebody said what they expect: ${this.foreseen}.`);
    if (this.sentAway.size > 0) lines.push(`Students sent away: ${counts(this.sentAway)}.`);
    return lines.join('\n');
  }
}
