import type { EventOf } from '../events';
import type { ConductedStep } from '../state';

/** One more hint has been given. */
export function hinted(step: ConductedStep, { hint }: EventOf<'hint-given'>): void {
  step.hints = hint;
}
