import { onDestroy, untrack } from 'svelte';
import { throttled } from '../../live/throttled';

/** At most so often, ms. */
const GAP = 120;

/** A value that follows another one at a pace at which it can be read; the last one always arrives. Belongs to a component. */
export function calmed<Value>(of: () => Value): { readonly value: Value } {
  let value = $state.raw(untrack(of));
  const follow = throttled((now: Value) => (value = now), GAP);
  onDestroy(() => follow.stop());
  $effect(() => follow(of()));
  return {
    get value() {
      return value;
    },
  };
}
