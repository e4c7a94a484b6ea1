import { untrack } from 'svelte';

/** How long what is read stays behind what is seen, ms: too short to be noticed, long enough to be in another frame. */
const GAP = 90;

/**
 * A value that follows another one at a pace at which it can be read, about ten times a second; the last one always
 * arrives. In the frame in which a finger moves something the picture alone is drawn, the figures in a later one.
 * `when` reads what it depends on, where that is less work than the value. Belongs to a component.
 */
export function calmed<Value>(of: () => Value, when: () => unknown = of): { readonly value: Value } {
  let value = $state.raw(untrack(of));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    timer = undefined;
    value = untrack(of);
  };
  $effect(() => () => clearTimeout(timer));
  $effect(() => {
    when();
    timer ??= setTimeout(follow, GAP);
  });
  return {
    get value() {
      return value;
    },
  };
}
