/** How long the right answer stands in the picture before words explain it, ms. */
export const MOMENT = 1_500;

export interface Arrival {
  /** The reveal came while the page was looking on; otherwise it was loaded afterwards. */
  readonly live: boolean;
  /** Whoever looks on wants no motion. */
  readonly still: boolean;
}

/**
 * A reveal has its beats: the close has shown what the class did; now the right answer is drawn in the picture, and why
 * comes third, after so many ms. Who missed the moment is not kept waiting.
 */
export const beforeWhy = ({ live, still }: Arrival): number => (live && !still ? MOMENT : 0);
