import type { StudentSeat } from './seat.svelte';

/** Keeps on this phone what its owner wants to find again: that there is a seat, and how it went. */
export function remember(seat: StudentSeat): void {
  const { connection, memory } = seat;
  $effect(() => {
    const { common, own } = connection;
    if (!own || !common) return;
    if (common.stage.at !== 'ended') seat.played = true;
    memory.keepSeated();
    memory.keepResult({ title: common.title, name: own.name, place: own.place, counted: common.counted });
  });
}
