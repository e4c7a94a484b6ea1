/** Pauses before another attempt, ms; then the last one again and again. */
const PAUSES = [400, 1_000, 2_500, 5_000] as const;

export interface Attempts {
  /** Told that it did not work, and how often so far. */
  readonly onfail?: (times: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Loads a part of the app, again and again until it is there: a phone at the back of the hall loses a request now
 * and then. Answers null if it was called off.
 */
export async function loadChunk<T>(load: () => Promise<T>, attempts: Attempts = {}): Promise<T | null> {
  for (let times = 1; !attempts.signal?.aborted; times++) {
    try {
      return await load();
    } catch {
      attempts.onfail?.(times);
      await pause(PAUSES[Math.min(times, PAUSES.length) - 1] ?? 5_000, attempts.signal);
    }
  }
  return null;
}

/** Waits for `ms`, less if it is called off. */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
