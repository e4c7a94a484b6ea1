import { parseArgs } from 'node:util';
import { fsync } from './fsync';

/** What can go wrong outside of us, each played against the built server; true means that it was taken well. */
const faults: Readonly<Record<string, () => Promise<boolean>>> = { fsync };

const USAGE = `npm run test:faults [-- --only NAME]\n  names: ${Object.keys(faults).join(', ')}\n`;

/** The faults that were asked for; null if the question makes no sense. */
function wanted(): readonly string[] | null {
  try {
    const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
    if (only === undefined) return Object.keys(faults);
    return only in faults ? [only] : null;
  } catch {
    return null;
  }
}

const names = wanted();
if (names === null) process.stderr.write(USAGE);
process.exitCode = names === null ? 1 : 0;
for (const name of names ?? []) {
  process.stdout.write(`${name} ...\n`);
  if (!(await faults[name]?.())) process.exitCode = 1;
}
