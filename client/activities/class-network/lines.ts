import { lineOf } from '#shared/activities/class-network/line';
import type { Summary } from '#shared/activities/class-network/view';
import type { HeldLine } from '../kit/counts';
import { cutOf } from './plane';

/** The class's lines, each with how many hold it. */
export const classLines = ({ lines }: Summary): readonly HeldLine[] =>
  Object.entries(lines).map(([key, count]) => ({ key, count, cut: cutOf(lineOf(key)) }));
