import { untrack } from 'svelte';
import { locale } from '../../i18n/locale.svelte';
import { theme } from '../../ui/theme.svelte';
import type { Desk } from './desk.svelte';

/** What the projector is shown in while it follows this desk. */
export const deskLook = () => ({ language: locale.current, theme: theme.current, follows: true });

/**
 * Takes the projector along when language or theme of this desk change; belongs to the component that calls it. Only a
 * change that was made here does it: two desks in two languages would otherwise never come to rest.
 */
export function leadProjector(desk: Desk): void {
  let before = deskLook();
  const ready = $derived(desk.view !== null);
  $effect(() => {
    const now = deskLook();
    if (!ready) return;
    const changed = now.language !== before.language || now.theme !== before.theme;
    before = now;
    untrack(() => {
      const look = desk.view?.look ?? null;
      if (look === null || (changed && look.follows)) desk.setLook(now);
    });
  });
}
