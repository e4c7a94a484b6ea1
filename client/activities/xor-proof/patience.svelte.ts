/** How long a student tries before "Impossible?" is offered, ms. */
const LONG_ENOUGH = 90_000;

/** Turns over when the student has tried for long enough; belongs to the component that calls it. */
export function patience(): { readonly over: boolean } {
  let over = $state(false);
  $effect(() => {
    const timer = setTimeout(() => (over = true), LONG_ENOUGH);
    return () => clearTimeout(timer);
  });
  return {
    get over() {
      return over;
    },
  };
}
