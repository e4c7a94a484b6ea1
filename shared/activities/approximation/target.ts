import { turn } from '../../training/sets/turn';
import { GRID, type Config } from './config';

/** A curve over x from 0 to 1. */
export interface Target {
  /** `humps` is only told of at the reveal. */
  readonly shape: Config['target'] | 'humps';
  /** How far to the right it is shifted, on the grid of places; what comes in from outside is level. */
  readonly shift: number;
  /** Upside down: a valley. */
  readonly down: boolean;
}

/** How many S curves a student has for it. */
export const STEPS: Readonly<Record<Config['target'], number>> = { hill: 2, wave: 3 };

/** sin²(πx), sin²(2πx), and 0.5 + 0.4 sin(2πx). */
const curves: Readonly<Record<Target['shape'], (x: number) => number>> = {
  hill: (x) => (1 - turn(x).cos) / 2,
  humps: (x) => (1 - turn(2 * x).cos) / 2,
  wave: (x) => 0.5 + 0.4 * turn(x).sin,
};

const clamp = (x: number) => Math.max(0, Math.min(1, x));

/** f(x) */
export function targetAt({ shape, shift, down }: Target, x: number): number {
  const height = curves[shape](clamp(x - shift / GRID.place));
  return down ? 1 - height : height;
}

/** The bias of the output: the height at which the curve begins, far to the left. */
export const baseOf = (target: Target): number => targetAt({ ...target, shift: 0 }, 0);

/** The curve as a configuration has it for everybody. */
export const plainOf = ({ target }: Config): Target => ({ shape: target, shift: 0, down: false });
