/** Waits for `what`, but not for ever: rejects with a sentence that names it after `seconds`. */
export async function within<Value>(seconds: number, what: string, happens: Promise<Value>): Promise<Value> {
  const clock: { timer?: NodeJS.Timeout } = {};
  const late = new Promise<never>((_, reject) => {
    clock.timer = setTimeout(
      () => reject(new Error(`after ${seconds} s: ${what} had not happened`)),
      seconds * 1_000,
    );
  });
  return Promise.race([happens, late]).finally(() => clearTimeout(clock.timer));
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
