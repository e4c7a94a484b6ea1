import { worthOf } from '../board';
import { isTop, type Spread } from '../ranks';
import { pointsOf, type SessionState } from '../state';
import type { BoardGains, TopRow } from './types';

/** What has changed since the board before, where a board is on stage and shown. */
export function boardGains(state: SessionState, top: readonly TopRow[] | null): BoardGains | null {
  const { stage } = state;
  if (stage.at !== 'board' || top === null) return null;
  return { step: stage.step, stood: stood(state, top), gained: gained(state, stage.step) };
}

function stood(state: SessionState, top: readonly TopRow[]): BoardGains['stood'] {
  const before = state.boards.before?.places;
  const known = top.flatMap(({ seat }) => {
    const was = before?.get(seat);
    if (!was) return [];
    const { rank, share, points, right } = was;
    return [[seat, isTop(was) ? { rank, share, points, right } : null] as const];
  });
  return Object.fromEntries(known);
}

function gained(state: SessionState, index: number): BoardGains['gained'] {
  const step = state.steps[index];
  const won: Record<number, Spread> = {};
  if (!step || worthOf(state, index) === 0) return won;
  for (const row of state.board) {
    if (!isTop(row) || !step.present.has(row.seat)) continue;
    const points = pointsOf(step.answers.get(row.seat)) ?? 0;
    const [least, most] = won[row.rank] ?? [points, points];
    won[row.rank] = [Math.min(least, points), Math.max(most, points)];
  }
  return won;
}
