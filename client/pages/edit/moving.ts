import { tick } from 'svelte';
import type { Writing } from './writing.svelte';

/** What a step's row is called in the page: an id begins with a letter there. */
export const rowOf = (id: string): string => `row-${id}`;

const inRow = (id: string, what: string): HTMLElement | null =>
  document.querySelector(`[data-row="${rowOf(id)}"] ${what}`);

/** The place, from 0, that is typed from 1; beyond the last it is the last; null: it is no place. */
export function placeIn(typed: string, of: number): number | null {
  const place = Number(typed);
  return Number.isInteger(place) && place >= 1 ? Math.min(place, of) - 1 : null;
}

/** Moves a step, and keeps the focus on what moved it: a row that is put elsewhere loses it. */
export async function moveTo(writing: Writing, id: string, place: number, what: string): Promise<void> {
  writing.move(id, place);
  await tick();
  inRow(id, what)?.focus();
  inRow(id, what)?.scrollIntoView({ block: 'nearest' });
}

/** Brings the focus to the row of the step that is looked at. */
export async function toRow(writing: Writing): Promise<void> {
  await tick();
  if (writing.at !== null) inRow(writing.at, '.step')?.focus();
}

/** Arrows lead from row to row; with Alt they take the step along. */
export const arrowsOf =
  (writing: Writing, id: string, place: number) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const to = event.key === 'ArrowUp' ? place - 1 : place + 1;
    const other = writing.document.steps[to];
    if (event.altKey) void moveTo(writing, id, to, '.step');
    else if (other) inRow(other.id, '.step')?.focus();
  };
