/** What was spent under a name, by all servers together: one comes back each `every` ms. */
export interface Counted {
  readonly name: string;
  readonly amount: number;
}

/** Counts that all servers of one database keep together. Names in it are of its own making: none is anybody's address. */
export interface Tally {
  /** What stands for a name of `kind` here. */
  readonly nameOf: (kind: string, name: string) => string;
  /**
   * Adds to what was spent under a name (what was given back is less than nothing), and resolves with what is spent there
   * now, this included; null where the database does not answer, and then it is not known whether it was added.
   */
  readonly add: (name: string, amount: number, every: number) => Promise<number | null>;
  /** What was spent elsewhere under names of `kind`, within about a second. */
  readonly hear: (kind: string, heard: (counted: Counted) => void) => void;
}
