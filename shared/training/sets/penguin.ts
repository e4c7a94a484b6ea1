/** A penguin's bill in millimetres and its species: 0 Adelie, 1 Gentoo. */
export interface Penguin {
  readonly length: number;
  readonly depth: number;
  readonly y: 0 | 1;
}

/** Mean and standard deviation over all 274, rounded: constants, so that a split changes no axis. In mm. */
export const BILL = {
  length: { mean: 42.7, deviation: 5.2 },
  depth: { mean: 16.84, deviation: 2.01 },
} as const;

/** Thousandths: written as JSON and read again they are the same number. 0 is added to make no -0. */
const rounded = (value: number) => Math.round(value * 1000) / 1000 + 0;

/** Both measures in standard deviations from the mean, as networks take them. */
export function standardPoint(bill: Pick<Penguin, 'length' | 'depth'>): [number, number] {
  return [
    rounded((bill.length - BILL.length.mean) / BILL.length.deviation),
    rounded((bill.depth - BILL.depth.mean) / BILL.depth.deviation),
  ];
}
