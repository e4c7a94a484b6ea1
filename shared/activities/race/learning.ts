type Ends = readonly [least: number, most: number];

/** What of a race says how far the controls of descent go, whatever descends. */
export interface Descends {
  readonly limits: { readonly rate: Ends; readonly epochs: Ends };
  readonly freed: { readonly batch: boolean };
}

/** What of a submission is set by them. */
export interface Descent {
  readonly rate: number;
  readonly epochs: number;
  readonly batch?: number | undefined;
}

const inside = (value: number, [least, most]: Ends) => value >= least && value <= most;

/** Whether rate, epochs and mini-batch could be set like this: the controls of whatever learns by descent. */
export const learns = ({ limits, freed }: Descends, { rate, epochs, batch }: Descent): boolean =>
  inside(rate, limits.rate) && inside(epochs, limits.epochs) && (freed.batch || batch === undefined);
