import type { Points } from '../samples';
import type { Neuron } from './features';

/** A network whose hidden neurons are a class's, to be reckoned as a whole. */
export interface ClassRequest {
  /** What the output layer is fitted to. */
  readonly seen: Points;
  readonly neurons: readonly Neuron[];
  /** Cells along each side of the map of its decisions. */
  readonly side: number;
  /** At the close: by what each neuron is judged. Without it only what everybody may see is reckoned. */
  readonly judging?: Judging;
}

export interface Judging {
  readonly hidden: Points;
  /** Neurons that are put in the place of each one, so that it is known what a line is worth there. */
  readonly others: readonly Neuron[];
  /** Which of the neurons are switched off to see what the others can do, by their places. */
  readonly off: readonly number[];
}

/** How well a network does: the mean squared error of its output against 1 and -1, and the share on the right side. */
export interface Fit {
  readonly error: number;
  readonly accuracy: number;
}

/** What a network decides over the plane; see `packed` in map.ts. */
export interface Decided extends Fit {
  readonly neurons: number;
  readonly map: string;
}

/** What one neuron is to its network. */
export interface Part {
  /** Its weight in the output layer. */
  readonly weight: number;
  /** How much the error on the visible points grows without it, the output layer fitted anew. */
  readonly seen: number;
}

/** The same, once it is judged on hidden points. */
export interface JudgedPart extends Part {
  readonly gain: number;
  /** Nine of ten neurons put in its place gain less. */
  readonly reference: number;
  /** The cells of the map that the network decides otherwise without it; see `packedBits` in map.ts. */
  readonly without: string;
}

/** A class while it tunes. */
export interface ClassLive {
  readonly core: string;
  readonly whole: Decided;
  readonly parts: readonly Part[];
}

/** What a class that has sent has come to: errors are those on hidden points. */
export interface ClassFigures {
  readonly core: string;
  readonly whole: Decided;
  /** What remains when half of the neurons are switched off, the output layer fitted anew. */
  readonly half: Decided;
}

/** The same with what each of its neurons is to it. */
export interface ClassSettled extends ClassFigures {
  readonly parts: readonly JudgedPart[];
}

export type ClassResult = ClassLive | ClassSettled;
