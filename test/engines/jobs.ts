import { derive, type Seed } from '#shared/rng';
import { CORE } from '#shared/training/core';
import { reference } from '#shared/training/ensemble';
import { openKernel } from '#shared/training/lanes/open';
import type { KernelExports } from '#shared/training/lanes/kernel';
import { fingerprints } from '../contract/core-fingerprints';
import { simdRuns } from './probe';

/** WebAssembly that is handed in, because an engine without files or network has no other way to it. */
export interface Modules<Bytes = Uint8Array> {
  readonly probe: Bytes;
  readonly kernel: Bytes;
}

/** What an engine answers. */
export interface Answer {
  /** The version of the numeric core. */
  readonly core: string;
  /** Whether WebAssembly with SIMD runs, and keeps subnormals. */
  readonly simd: boolean;
  /** Jobs for which the lanes of the kernel have other bits than the reference; null if it does not run. */
  readonly unlike: readonly string[] | null;
  /** A hash for each job; a job is a network that learns, a function over many inputs, a data set. */
  readonly fingerprints: Readonly<Record<string, Seed>>;
}

/** The jobs for which the kernel's bits are not `right`. */
async function unlike(kernel: Uint8Array, right: Answer['fingerprints']): Promise<readonly string[] | null> {
  const module = await WebAssembly.compile(Uint8Array.from(kernel));
  const opened = openKernel(() => new WebAssembly.Instance(module).exports as unknown as KernelExports);
  if (!opened) return null;
  const found: Answer['fingerprints'] = fingerprints(opened.core);
  return Object.keys(right).filter((job) => found[job] !== right[job]);
}

/** All that must have the same bits in every engine. */
export async function jobs(modules: Modules): Promise<Answer> {
  const right = fingerprints(reference);
  const simd = await simdRuns(modules.probe);
  return {
    core: CORE,
    simd,
    unlike: simd ? await unlike(modules.kernel, right) : null,
    fingerprints: right,
  };
}

/** One hash over all jobs and their names. */
export const overAll = ({ fingerprints }: Answer): Seed => derive('engines', JSON.stringify(fingerprints));
