import type { ErrorCode } from '#shared/errors';

/** What happened to everybody's answers. */
export class Tally {
  acked = 0;
  readonly refused = new Map<ErrorCode, number>();
  readonly sentAway = new Map<ErrorCode, number>();

  answered(refusal: ErrorCode | null): void {
    if (refusal === null) this.acked += 1;
    else this.refused.set(refusal, (this.refused.get(refusal) ?? 0) + 1);
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
    if (this.sentAway.size > 0) lines.push(`Students sent away: ${counts(this.sentAway)}.`);
    return lines.join('\n');
  }
}
