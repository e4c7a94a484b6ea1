import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Try } from './try';

/** What others than the owner may do with it. */
const OTHERS = 0o077;

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Another user of the computer looks into the data folder. */
export const folder: Try = {
  row: 6,
  inFiles: true,
  what: 'another user reads the data folder',
  play: ({ server: { dataDir } }) => {
    const own = modeOf(dataDir);
    const files = readdirSync(dataDir).map((name) => modeOf(join(dataDir, name)));
    const modes = [...new Set(files)].map((mode) => mode.toString(8)).sort();
    const open = [own, ...files].some((mode) => (mode & OTHERS) !== 0);
    return Promise.resolve({ saw: `folder ${own.toString(8)}, files ${modes.join(', ')}`, held: !open });
  },
};
