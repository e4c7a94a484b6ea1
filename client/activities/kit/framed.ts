/** A caller that lets the latest value through once a frame. */
export interface Framed<Value> {
  (value: Value): void;
  /** Lets what is waiting through at once. */
  readonly flush: () => void;
  /** Forgets what is waiting. */
  readonly stop: () => void;
}

/** A screen tells where a finger is more often than it is drawn: of the values within one frame only the last goes. */
export function framed<Value>(
  send: (value: Value) => void,
  frame: (call: () => void) => void = (call) => void requestAnimationFrame(call),
): Framed<Value> {
  let waiting: { readonly value: Value } | null = null;
  let asked = false;
  const flush = () => {
    const due = waiting;
    waiting = null;
    if (due) send(due.value);
  };
  const draw = () => {
    asked = false;
    flush();
  };
  const call = (value: Value) => {
    waiting = { value };
    if (!asked) frame(draw);
    asked = true;
  };
  const stop = () => void (waiting = null);
  return Object.assign(call, { flush, stop });
}
