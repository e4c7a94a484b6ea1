/** How long the right answer stands in the picture before words explain it, ms. */
export const MOMENT = 1_500;

/** How long the class looks at what it has said, where it sees that for the first time, ms. */
export const GUESS = 2_500;

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

/** How long what the class has said stands alone, where nobody had seen it, ms. */
export const beforeAnswer = ({ live }: Pick<Arrival, 'live'>): number => (live ? GUESS : 0);
