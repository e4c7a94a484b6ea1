import type { StudentSeat } from './seat.svelte';

/** Keeps on this phone what its owner wants to find again: that there is a seat, and how it went. */
export function remember({ connection, memory }: StudentSeat): void {
  $effect(() => {
    const { common, own } = connection;
    if (!own || !common) return;
    memory.keepSeated();
    memory.keepResult({ title: common.title, name: own.name, place: own.place, counted: common.counted });
  });
}
