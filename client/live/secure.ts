/**
 * The one place for what browsers offer over https only. On a school's LAN the page is plain http: each function
 * says honestly that it could not, and nothing depends on it.
 */

/** Keeps the screen on from the next touch on; answers what ends that. Does nothing where there is no wake lock. */
export function keepScreenOn(): () => void {
  if (!isSecureContext || !('wakeLock' in navigator)) return () => undefined;
  let lock: WakeLockSentinel | null = null;
  let wanted = true;
  const ask = () => {
    if (!wanted || lock?.released === false || document.visibilityState !== 'visible') return;
    navigator.wakeLock.request('screen').then(
      (got) => {
        lock = got;
        if (!wanted) void got.release();
      },
      // A low battery may say no; the next touch asks again.
      () => undefined,
    );
  };
  addEventListener('pointerdown', ask);
  document.addEventListener('visibilitychange', ask);
  return () => {
    wanted = false;
    removeEventListener('pointerdown', ask);
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
