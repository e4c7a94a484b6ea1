import { tick } from 'svelte';
import type { PhonePage } from './phone-page';
import type { StudentSeat } from './seat.svelte';

/** Which page a phone shows: another question and its result are other pages, its close is not. */
const leafOf = (page: PhonePage): string =>
  page.at === 'step' ? `${page.step.index} ${page.phase === 'revealed' ? 'after' : 'before'}` : page.at;

/**
 * Opens each page at its top. A focus that went with what it was on is brought to the new heading, from where Tab leads
 * to the next action.
 */
export function turnPages(seat: StudentSeat): void {
  let leaf = '';
  $effect(() => {
    const next = leafOf(seat.page);
    void tick().then(() => {
      if (next !== leaf) scrollTo(0, 0);
      leaf = next;
      if (document.activeElement !== document.body) return;
      const heading = document.querySelector<HTMLElement>('main h1');
      if (heading) heading.tabIndex = -1;
      heading?.focus({ preventScroll: true });
    });
  });
}
