/**
 * Opens what a thread stands on. SQLite's own errors lose their message on the way to another thread, so the reason
 * goes as a plain one.
 */
export function opening<Opened>(open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    throw new Error(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
