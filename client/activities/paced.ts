/** A caller that lets the latest value through at most once every `gap` ms. */
export interface Paced<Value> {
  (value: Value): void;
  /** Forgets what is waiting. */
  stop: () => void;
}

/** The first value goes at once; of those that follow within `gap` ms only the last one goes, at the end of it. */
export function paced<Value>(send: (value: Value) => void, gap: number): Paced<Value> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: { readonly value: Value } | null = null;
  const tick = () => {
    timer = null;
    if (waiting) go(waiting.value);
  };
  const go = (value: Value) => {
    waiting = null;
    timer = setTimeout(tick, gap);
    send(value);
  };
  const call = (value: Value) => {
    if (timer === null) go(value);
    else waiting = { value };
  };
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = waiting = null;
  };
  return Object.assign(call, { stop });
}

/** Four drafts a second, in ms. */
export const DRAFT_GAP = 250;
