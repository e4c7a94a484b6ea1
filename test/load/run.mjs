import { build } from 'esbuild';
import { at } from '../../scripts/lib/paths.mjs';
import { makeReady } from '../../scripts/lib/ready.mjs';
import { runNode } from '../../scripts/lib/run.mjs';
import { main, Stop } from '../../scripts/lib/say.mjs';

const OUT = at('node_modules/.cache/trainoff/load');

/** What can be run by name, and the processes that these start. */
const ENTRIES = {
  bench: 'test/load/bench.ts',
  driver: 'test/load/driver.ts',
  bare: 'test/load/bare.ts',
  faults: 'test/faults/faults.ts',
  loopgap: 'test/faults/loopgap.ts',
  sleepers: 'test/faults/sleepers.ts',
  rehearsal: 'test/load/rehearsal.ts',
};

const PROGRAMS = ['bench', 'faults', 'rehearsal'];

/** `node test/load/run.mjs bench|faults|rehearsal ...`: builds what is stale, then runs the program in a process of its own. */
await main(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!PROGRAMS.includes(program)) throw new Stop(`Say what to run: ${PROGRAMS.join(', ')}.`);
  await makeReady();
  await build({
    absWorkingDir: at(),
    entryPoints: ENTRIES,
    outdir: OUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
  });
  return (await runNode(`${OUT}/${program}.js`, args)).code;
});
