/** Who trains, and what kind of workload. */
export interface Contestant<Workload> {
  readonly name: string;
  /** Reads the workload and is ready to train it, as often as asked; or the sentence why it cannot. */
  readonly prepare: (workload: Workload) => Promise<Ready | { readonly cannot: string }>;
}

export interface Ready {
  /** Trains from the initial weights, and says what that took: ms of CPU for one epoch of one run. */
  readonly measure: () => Promise<number>;
  /** The parameters after the last measured training of all of the workload's epochs, lane by lane. */
  readonly parameters?: () => readonly ArrayLike<number>[];
}

/** ms of CPU that this process took for `work`, all its threads together. */
export async function cpuOf(work: () => unknown): Promise<number> {
  const since = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}
