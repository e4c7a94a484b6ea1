import { BRINGS, NEEDED, isAtLeast } from './node/needed.mjs';

/** A reason to stop that a person can act on: one sentence, no stack trace. */
export class Stop extends Error {}

/** @param {string} text one line for the person at the terminal */
export const say = (text) => process.stdout.write(`${text}\n`);

/** @param {number} since a value of performance.now() */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Names a stage before it starts, and its duration when it is done.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
export async function stage(name, work) {
  const since = performance.now();
  say(`· ${name} ...`);
  const result = await work();
  say(`  ${name}: ${seconds(since)}`);
  return result;
}

/** The whole command once more, from its first argument on, with a Node that is new enough. */
async function onNewerNode() {
  const { node } = process.versions;
  if (!isAtLeast(BRINGS, node))
    throw new Stop(
      `Trainoff needs Node ${NEEDED} or newer, and this is ${node}, too old even to fetch it: get the current one from https://nodejs.org`,
    );
  const { rerun } = await import('./node/rerun.mjs');
  return rerun(process.argv.slice(1));
}

/**
 * Runs a whole script: on a Node that is too old it starts anew with one that is not (docs/decisions/0015), and a
 * Stop becomes its sentence and exit code 1.
 */
export async function main(work) {
  try {
    process.exitCode = (await (isAtLeast(NEEDED, process.versions.node) ? work() : onNewerNode())) || 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
