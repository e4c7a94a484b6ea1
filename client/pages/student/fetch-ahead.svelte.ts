import type { PhoneView } from '#shared/session/views';
import { playOf } from '../../activities/plays';
import { loadChunk } from '../../live/chunk';
import type { Connection } from '../../live/connection.svelte';
import { after, asides } from './later';

/** Thirty phones do not ask for the same file in the same instant; ms. */
const SPREAD = 3_000;

/** Fetches the next step's code while this one lasts, and what is shown from a reveal on. */
export function fetchAhead(connection: Connection<PhoneView>): void {
  const kind = $derived(connection.common?.nextKind ?? null);
  $effect(() => {
    if (kind === null) return;
    const next = kind;
    const calledOff = new AbortController();
    const timer = setTimeout(() => {
      for (const part of [playOf(next), asides, after])
        void loadChunk<unknown>(part, { signal: calledOff.signal });
    }, Math.random() * SPREAD);
    return () => {
      clearTimeout(timer);
      calledOff.abort();
    };
  });
}
