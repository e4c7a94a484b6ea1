import { installApart, installPostgres } from '../../scripts/lib/apart.mjs';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { at } from '../../scripts/lib/paths.mjs';
import { makeReady } from '../../scripts/lib/ready.mjs';
import { runNode } from '../../scripts/lib/run.mjs';
import { main, Stop } from '../../scripts/lib/say.mjs';
import { installLighthouse } from './lighthouse.mjs';

const OUT = at('node_modules/.cache/trainoff/load');

/** What can be run by name, and the processes that these start. */
const ENTRIES = {
  bench: 'test/load/bench.ts',
  driver: 'test/load/driver.ts',
  bare: 'test/load/bare.ts',
  watch: 'test/load/watch.ts',
  faults: 'test/faults/faults.ts',
  cluster: 'test/cluster/cluster.ts',
  'bench-cluster': 'test/load/cluster/bench.ts',
  'cluster-class': 'test/load/cluster/class.ts',
  phone: 'test/load/phone/bench.ts',
  class: 'test/load/class/bench.ts',
  jobs: 'test/load/jobs/bench.ts',
  training: 'test/load/training/bench.ts',
  'loop-gap': 'test/faults/loop-gap.ts',
  sleepers: 'test/faults/sleepers.ts',
  'rude-device': 'test/faults/rude/device.ts',
  'wall-clock': 'test/faults/wall-clock.ts',
  races: 'test/load/races.ts',
  rehearsal: 'test/load/rehearsal.ts',
  fuzz: 'test/fuzz/training.ts',
  'fuzz-exchange': 'test/fuzz/exchange.ts',
};

const PROGRAMS = [
  'fuzz',
  'fuzz-exchange',
  'bench',
  'bench-cluster',
  'class',
  'cluster',
  'faults',
  'jobs',
  'phone',
  'races',
  'rehearsal',
  'training',
];

/** What the phone's bench needs besides the build: a browser, and Lighthouse. */
async function browserEnv() {
  await installLighthouse();
  return { CHROMIUM_PATH: await findBrowser() };
}

/** Libraries that train, to be measured beside ours. */
const installPackages = () =>
  installApart('training packages', 'test/load/training/packages', '@tensorflow/tfjs/package.json');

/** `node test/load/run.mjs bench|bench-cluster|class|cluster|faults|phone|races|rehearsal|training ...`: builds what is stale, then runs the program in a process of its own. */
await main(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!PROGRAMS.includes(program)) throw new Stop(`Say what to run: ${PROGRAMS.join(', ')}.`);
  await makeReady();
  // Not at the top: on a fresh clone it has only just been installed.
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: at(),
    entryPoints: ENTRIES,
    outdir: OUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    loader: { '.wasm': 'binary' },
    sourcemap: true,
  });
  if (program === 'training') await installPackages();
  if (program === 'cluster' || program === 'jobs' || args.includes('postgres')) await installPostgres();
  const env = program === 'phone' ? await browserEnv() : {};
  return (await runNode(`${OUT}/${program}.js`, args, { env })).code;
});
