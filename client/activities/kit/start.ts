interface Starts<Value> {
  /** What this phone kept, which may be anything. */
  readonly draft: unknown;
  /** What was sent last. */
  readonly submission: Value | null;
  /** The controls before anybody touched them. */
  readonly untouched: Value;
}

/** Where a student starts: where they were, as far as it `fits` this step; else what was sent; else afresh. */
export const startFrom = <Value>(
  { draft, submission, untouched }: Starts<Value>,
  fits: (draft: unknown) => draft is Value,
): Value => (fits(draft) ? draft : (submission ?? untouched));

/** Whether something has properties at all. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
