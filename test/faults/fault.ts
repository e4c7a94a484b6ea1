import type { Figure } from '../load/figures';

/** How a fault is to be played. */
export interface Form {
  /** Decides everything that is left to chance; printed, so that a run can be had again. */
  readonly seed: string;
  /** The short form is part of `npm test`; the long one takes as long as it takes. */
  readonly long: boolean;
  /** Progress and counts, for whoever watches. */
  readonly say: (line: string) => void;
}

/** How a fault was taken. */
export interface Taken {
  /** What went wrong, a sentence each; none: it was taken well. */
  readonly findings: readonly string[];
  readonly figures?: readonly Figure[];
}

/** Something that goes wrong outside of us, played against the built server. */
export interface Fault {
  readonly play: (form: Form) => Promise<Taken>;
  /** Why it cannot be played on this machine; null: it can. Installs what it needs where that is possible. */
  readonly unplayable?: () => string | null;
}
