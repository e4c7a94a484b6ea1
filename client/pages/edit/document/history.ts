/** What was, what is, and what was taken back: documents are never changed in place, so that each is kept whole. */
export interface History<Document> {
  readonly past: readonly Document[];
  readonly present: Document;
  /** The one that comes next first. */
  readonly future: readonly Document[];
  /** The field that was changed last, and when, ms. */
  readonly last: { readonly field: string; readonly at: number } | null;
}

/** Typing on in one field within this is one change, ms. */
export const TYPING = 1_500;

/** So many changes can be taken back. */
const MOST = 500;

export const begun = <Document>(present: Document): History<Document> => ({
  ...{ past: [], future: [] },
  ...{ present, last: null },
});

/** One more change, at a time in ms; `field` is what is typed into, null where each change counts by itself. */
export function changed<Document>(
  history: History<Document>,
  next: Document,
  field: string | null,
  at: number,
): History<Document> {
  const { past, present, last } = history;
  if (next === present) return history;
  const typing = field !== null && last?.field === field && at - last.at <= TYPING;
  return {
    past: typing ? past : [...past, present].slice(-MOST),
    present: next,
    future: [],
    last: field === null ? null : { field, at },
  };
}

export function undone<Document>({ past, present, future }: History<Document>): History<Document> | null {
  const before = past.at(-1);
  if (before === undefined) return null;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

export function redone<Document>({ past, present, future }: History<Document>): History<Document> | null {
  const [after, ...rest] = future;
  if (after === undefined) return null;
  return { past: [...past, present], present: after, future: rest, last: null };
}
