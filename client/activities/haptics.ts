/** A soft tick when a handle passes a mark of its grid, where the device has a motor for it. */
export function tick(): void {
  if ('vibrate' in navigator) navigator.vibrate(4);
}
