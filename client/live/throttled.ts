/** A caller that lets the latest value through at most once every `gap` ms. */
export interface Throttled<Value> {
  (value: Value): void;
  /** Lets `value` through at the end of a gap from now, unless a newer one comes. */
  later: (value: Value) => void;
  /** Forgets what is waiting. */
  stop: () => void;
}

/**
 * The first value goes at once; of those that follow within `gap` ms only the last one goes, at the end of it. A gap
 * that changes holds from the next value on.
 */
export function throttled<Value>(
  send: (value: Value) => void,
  gap: number | (() => number),
): Throttled<Value> {
  const wait = typeof gap === 'number' ? () => gap : gap;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: { readonly value: Value } | null = null;
  const tick = () => {
    timer = null;
    if (waiting) go(waiting.value);
  };
  const rest = () => {
    if (timer !== null) clearTimeout(timer);
    timer = wait() > 0 ? setTimeout(tick, wait()) : null;
  };
  const go = (value: Value) => {
    waiting = null;
    rest();
    send(value);
  };
  const call = (value: Value) => {
    if (timer === null) go(value);
    else waiting = { value };
  };
  const later = (value: Value) => {
    waiting ??= { value };
    rest();
  };
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = waiting = null;
  };
  return Object.assign(call, { later, stop });
}

/** Four drafts a second, in ms. */
export const DRAFT_GAP = 250;
