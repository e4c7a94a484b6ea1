import { onDestroy } from 'svelte';
import { DRAFT_GAP, throttled, type Throttled } from '../../live/throttled';

/**
 * Passes on where a student's hands are: the first position at once, then the latest four times a second. Belongs to
 * the component that calls it. What changes a tap at a time needs no throttling and goes to `ondraft` itself.
 */
export function drafts<Submission>(ondraft: (draft: Submission) => void): Throttled<Submission> {
  const passing = throttled(ondraft, DRAFT_GAP);
  onDestroy(() => passing.stop());
  return passing;
}
