/** A soft tick when a handle passes a mark of its grid, where the device has a motor for it. */
export function tick(): void {
  if ('vibrate' in navigator) navigator.vibrate(4);
}

/** The same call, felt under the thumb. */
export const felt =
  <Value>(call: (value: Value) => void) =>
  (value: Value): void => {
    tick();
    call(value);
  };
