import { tick } from 'svelte';
import type { PhonePage } from './phone-page';
import type { StudentSeat } from './seat.svelte';

/** Which page a phone shows: another question and its result are other pages, its close is not. */
const leafOf = (page: PhonePage): string =>
  page.at === 'step' ? `${page.step.index} ${page.phase === 'revealed' ? 'after' : 'before'}` : page.at;

/** Brings a focus that went with what it was on to the page's heading, from where Tab leads to the next action. */
export function toHeading(): void {
  if (document.activeElement !== document.body) return;
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) heading.tabIndex = -1;
  heading?.focus({ preventScroll: true });
}

/** Opens each page at its top, and its heading first. */
export function turnPages(seat: StudentSeat): void {
  let leaf = '';
  $effect(() => {
    const next = leafOf(seat.page);
    void tick().then(() => {
      if (next !== leaf) scrollTo(0, 0);
      leaf = next;
      toHeading();
    });
  });
}
