import { CORE } from '../core';
import type { Points } from '../samples';
import { targets, type Column, type Neuron } from './features';
import { gainsInPlace, gainsOf, judged, squared, type Judged } from './gains';
import { cells, packed, packedBits } from './map';
import { fitted, RIDGE, saidOf, type Output } from './output';
import type { ClassRequest, ClassResult, Decided, Fit, Judging, JudgedPart, Part } from './request';

/** Of the gains of others in the place of a neuron, the one that so many of a hundred do not reach. */
const REFERENCE = 90;

/** Figures to a millionth: what is logged and sent, and what scores are reckoned from. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

/** What a class's network comes to: the same bits wherever it is reckoned. */
export function reckon(request: ClassRequest): ClassResult {
  const { seen, neurons, side, judging } = request;
  const output = fitted(neurons, seen);
  const onSeen = judged(output, neurons, seen);
  const gains = gainsOf(onSeen).map(rounded);
  const parts = neurons.map((_, j): Part => ({
    weight: rounded(output.v[j + 1] as number),
    seen: gains[j] as number,
  }));
  if (!judging)
    return {
      core: CORE,
      whole: decided(neurons, fitOf(onSeen), saidOf(output, neurons, plane(side).x)),
      parts,
    };
  const on = judged(output, neurons, judging.hidden);
  const map = judged(output, neurons, plane(side));
  return {
    core: CORE,
    whole: decided(neurons, fitOf(on), map.said),
    half: without(request, judging),
    parts: judgedParts({ output, on, map, request, judging }, parts),
  };
}

interface Reckoned {
  readonly output: Output;
  readonly on: Judged;
  readonly map: Judged;
  readonly request: ClassRequest;
  readonly judging: Judging;
}

function judgedParts({ output, on, map, request, judging }: Reckoned, parts: readonly Part[]): JudgedPart[] {
  const gains = gainsOf(on);
  const points = { seen: request.seen, judging: judging.hidden };
  const inPlace = gainsInPlace(output, on, judging.others, points, RIDGE);
  return parts.map((part, j) => ({
    ...part,
    gain: rounded(gains[j] as number),
    reference: rounded(percentile(inPlace[j] ?? [])),
    without: packedBits(changedBy(map, j)),
  }));
}

/** The value that REFERENCE of a hundred do not exceed; 0 of none. */
function percentile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((REFERENCE / 100) * sorted.length) - 1] ?? 0;
}

/** Whether each cell is decided otherwise without neuron j. */
function changedBy({ said, turned, share }: Judged, j: number): boolean[] {
  const way = turned[j] as Column;
  const s = share[j] as number;
  return Array.from(said, (one, i) => one >= 0 !== one - s * (way[i] as number) >= 0);
}

/** The cells of a map, which have no right answers. */
const plane = (side: number): Points => ({ x: Array.from(cells(side)), y: [] });

/** What remains of the class without those who are switched off. */
function without({ seen, neurons, side }: ClassRequest, { hidden, off }: Judging): Decided {
  const out = new Set(off);
  const rest = neurons.filter((_, i) => !out.has(i));
  const output = fitted(rest, seen);
  return decided(rest, fitOn(output, rest, hidden), saidOf(output, rest, plane(side).x));
}

const decided = (neurons: readonly Neuron[], fit: Fit, said: Column): Decided => ({
  neurons: neurons.length,
  error: rounded(fit.error),
  accuracy: rounded(fit.accuracy),
  map: packed(said),
});

const fitOf = ({ said, y, error }: Pick<Judged, 'said' | 'y' | 'error'>): Fit => ({
  error: squared(error),
  accuracy: said.filter((one, i) => one >= 0 === (y[i] as number) > 0).length / Math.max(1, y.length),
});

function fitOn(output: Output, neurons: readonly Neuron[], points: Points): Fit {
  const said = saidOf(output, neurons, points.x);
  const y = targets(points);
  return fitOf({ said, y, error: y.map((one, i) => one - (said[i] as number)) });
}
