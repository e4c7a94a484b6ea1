import type { Submission } from '#shared/activities/rnn-memory/config';
import type { Sheet } from '../kit/painting.svelte';
import { courseOfNeuron, type Course } from './class';
import { trace, type Shares } from './paint';

/** Everybody's courses, all equally faint, and the latch's in ink over them. */
export function paintClass(
  sheet: Sheet,
  courses: readonly Course[],
  latch: Submission | null,
  shares: Shares,
): void {
  const { pen, height, colours } = sheet;
  const thick = Math.min(2.5, Math.max(1.5, height / 160));
  pen.lineJoin = pen.lineCap = 'round';
  pen.strokeStyle = colours.ink;
  pen.lineWidth = thick;
  pen.globalAlpha = 0.4;
  for (const course of courses) trace(sheet, course, shares, 0);
  pen.globalAlpha = 1;
  if (!latch) return;
  pen.lineWidth = 2.4 * thick;
  trace(sheet, courseOfNeuron(latch), shares, 0);
}
