import type { Heights } from '#shared/activities/line-fit/config';
import { heldLines } from '#shared/activities/line-fit/held';
import type { Summary } from '#shared/activities/line-fit/view';
import type { HeldLine } from '../kit/counts';
import { cutOf } from './plane';

/** A line that some students hold. */
export interface ClassLine extends HeldLine {
  readonly heights: Heights;
}

/** The class's lines in a picture that is so many times as wide as high. */
export const classLines = (picture: Summary, wide: number): readonly ClassLine[] =>
  heldLines(picture).map((line) => ({ ...line, cut: cutOf(line.heights, wide) }));
