import type { EventOf } from '../events';
import type { ConductedStep } from '../state';

/** What a seat expects; the last one counts. */
export function predicted(step: ConductedStep, { seat, option, sure }: EventOf<'predicted'>): void {
  step.predictions.set(seat, { option, sure });
}
