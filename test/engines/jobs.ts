import { derive, type Seed } from '#shared/rng';
import { CORE } from '#shared/training/core';
import { trainer } from '#shared/training/mlp/trainer';
import { fingerprints } from '../contract/core-fingerprints';
import { simdRuns } from './probe';

/** WebAssembly that is handed in, because an engine without files or network has no other way to it. */
export interface Modules<Bytes = Uint8Array> {
  readonly probe: Bytes;
}

/** What an engine answers. */
export interface Answer {
  /** The version of the numeric core. */
  readonly core: string;
  /** Whether WebAssembly with SIMD runs, and keeps subnormals. */
  readonly simd: boolean;
  /** A hash for each job; a job is a network that learns, a function over many inputs, a data set. */
  readonly fingerprints: Readonly<Record<string, Seed>>;
}

/** All that must have the same bits in every engine. */
export async function jobs(modules: Modules): Promise<Answer> {
  return { core: CORE, simd: await simdRuns(modules.probe), fingerprints: fingerprints(trainer) };
}

/** One hash over all jobs and their names. */
export const overAll = ({ fingerprints }: Answer): Seed => derive('engines', JSON.stringify(fingerprints));
