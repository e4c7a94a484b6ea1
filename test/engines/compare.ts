import type { Outcome } from './engine';
import { overAll } from './jobs';

const ran = (outcome: Outcome) => ('said' in outcome ? [{ name: outcome.name, ...outcome.said }] : []);

/** One line for an engine: which one, the hash over all its jobs, how many, how long; or why it was not run. */
export function lineOf(outcome: Outcome): string {
  if ('failed' in outcome) return `${outcome.name}: could not be run: ${outcome.failed}`;
  const { version, answer } = outcome.said;
  const jobs = Object.keys(answer.fingerprints).length;
  const simd = `lanes: ${answer.unlike?.length === 0 ? 'the same bits' : answer.simd ? 'other bits' : 'no SIMD'}`;
  const took = `${jobs} jobs, ${answer.seconds.toFixed(1)} s`;
  return `${outcome.name} ${version}: ${overAll(answer)}, ${took}, ${simd}`;
}

/** The jobs on which the engines that ran do not agree, each with who says what. */
export function differences(outcomes: readonly Outcome[]): string[] {
  const engines = outcomes.flatMap(ran);
  const names = [...new Set(engines.flatMap(({ answer }) => Object.keys(answer.fingerprints)))];
  return names.flatMap((job) => {
    const said = new Map<string, string[]>();
    for (const { name, answer } of engines) {
      const hash = answer.fingerprints[job] ?? 'missing';
      said.set(hash, [...(said.get(hash) ?? []), name]);
    }
    if (said.size === 1) return [];
    return [`${job}: ${[...said].map(([hash, by]) => `${by.join(', ')} ${hash}`).join('; ')}`];
  });
}

/** What is wrong, in sentences; nothing is when every engine ran, with SIMD, and all agree. */
export function faultsOf(outcomes: readonly Outcome[]): string[] {
  const missing = outcomes.filter((outcome) => 'failed' in outcome).map(({ name }) => name);
  const scalar = outcomes.flatMap(ran).filter(({ answer }) => !answer.simd);
  const other = outcomes.flatMap(ran).filter(({ answer }) => answer.simd && answer.unlike?.length !== 0);
  const apart = differences(outcomes);
  return [
    ...(missing.length > 0 ? [`Not every engine could be run: ${missing.join(', ')}.`] : []),
    ...scalar.map(({ name }) => `${name} does not run WebAssembly with SIMD.`),
    ...other.map(
      ({ name, answer }) =>
        `${name}: the kernel is unlike the reference: ${answer.unlike?.join(', ') ?? 'the golden vector'}.`,
    ),
    ...(apart.length > 0 ? [`The engines differ on ${apart.length} jobs:`, ...apart] : []),
  ];
}
