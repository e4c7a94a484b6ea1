import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { rowsTable, type Row } from '../rows';
import { longParts, parts } from './parts';

const all = { ...parts, ...longParts };

const USAGE = `npm run bench:training [-- --rounds R] [--only NAME] [--json FILE]
  --rounds  how often each is measured; figures are medians (7)
  --only    one of: ${Object.keys(all).join(', ')}
  --json    writes the figures`;

interface Wanted {
  readonly rounds: number;
  readonly names: readonly string[];
  readonly json: string | undefined;
}

function wanted(): Wanted | null {
  const text = { type: 'string' } as const;
  const options = { rounds: text, only: text, json: text };
  try {
    const { rounds = '7', only, json } = parseArgs({ options }).values;
    const names = only === undefined ? Object.keys(parts) : Object.keys(all).filter((name) => name === only);
    return /^[1-9]\d?$/.test(rounds) && names.length > 0 ? { rounds: Number(rounds), names, json } : null;
  } catch {
    return null;
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`);

const load = () => `load of the machine, last minute: ${(loadavg()[0] ?? NaN).toFixed(1)}`;

async function bench({ rounds, names }: Wanted): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of names) {
    say(`${name} (${load()}) ...`);
    rows.push(...((await all[name]?.(rounds)) ?? []));
  }
  return rows;
}

const asked = wanted();
if (asked === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else {
  const rows = await bench(asked);
  if (rows.length > 0) say(`\n${rowsTable('ours', rows)}`);
  const figures = rows.map(({ name, value, unit }) => ({ name, value: Number(value.toPrecision(4)), unit }));
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify({ figures }, null, 2)}\n`);
}
