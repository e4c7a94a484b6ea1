/**
 * Does what one server is enough for, if no server has done it within `every` ms: of several that want to at once one
 * does it, and one that ends in the middle leaves it to whoever looks next. Resolves with whether it was done here, and
 * rejects with whatever `work` threw. `stopped`: the right to do it was lost meanwhile, somebody else may have begun.
 */
export type Once = (
  name: string,
  every: number,
  work: (stopped: () => boolean) => Promise<void>,
) => Promise<boolean>;
