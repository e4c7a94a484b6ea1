/**
 * What this browser keeps between visits. Private windows and full disks refuse `localStorage`, and who blocks
 * all cookies may not even touch it; then it lasts as long as the page.
 */
export interface Kept {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
  readonly forget: (key: string) => void;
  readonly keys: () => readonly string[];
}

const page = new Map<string, string>();

/** `attempt`, or `otherwise` where the browser refuses its storage. */
function trying<T>(attempt: (store: Storage) => T, otherwise: () => T): T {
  try {
    return attempt(localStorage);
  } catch {
    return otherwise();
  }
}

/** Whether all that was written outlives this page. */
export const isLasting = (): boolean => page.size === 0;

export const kept: Kept = {
  read: (key) =>
    page.get(key) ??
    trying(
      (store) => store.getItem(key),
      () => null,
    ),
  write: (key, value) => {
    const stored = trying(
      (store) => {
        store.setItem(key, value);
        return true;
      },
      () => false,
    );
    if (stored) page.delete(key);
    else page.set(key, value);
  },
  forget: (key) => {
    page.delete(key);
    trying(
      (store) => store.removeItem(key),
      () => undefined,
    );
  },
  keys: () => [
    ...new Set([
      ...page.keys(),
      ...trying(
        (store) => Object.keys(store),
        () => [],
      ),
    ]),
  ],
};
