import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { growth, linesOf, type Figure, type Line, type Round, type Sized } from './figures';
import { playRound } from './rounds';
import { comparedTable } from './rows';
import { groundsOf, phasesOf } from './table';
import { onSlowDisk, whileBusy } from './troubles';

const USAGE = `npm run bench:live -- --phones N[,N...] [--rounds R] [--troubles] [--json FILE] [--profile FOLDER]
  --phones   sizes of the class, 300 unless told; two or more also give the memory of a phone, from 300 to 3,000 if both are among them
  --rounds   how often each size is played, on our server and on the bare one; figures are medians (3)
  --troubles also on a slow disk, and while the server trains and is looked back at (at 1,000 phones, or the most below)
  --json     writes the figures
  --profile  lets the server write a CPU profile of each run into the folder; its times are not to be quoted`;

const USUAL = 1_000;

const NOTE =
  'Targets are those for 1,000 phones; that of messages is 4 a phone. The bare server sends what the release of\ntest/load/release.json sent; the milliseconds hold where it shows its last phone a question within 75 ms.';

interface Wanted {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly json: string | undefined;
  readonly profile: string | undefined;
  readonly troubles: boolean;
}

const positive = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text);

function wanted(): Wanted | null {
  const text = { type: 'string' } as const;
  const troubles = { type: 'boolean', default: false } as const;
  const options = { phones: text, rounds: text, json: text, profile: text, troubles };
  try {
    const values = parseArgs({ options }).values;
    const { phones = '300', rounds = '3', json, profile, troubles: troubled } = values;
    const sizes = phones.split(',');
    if (![...sizes, rounds].every(positive)) return null;
    return {
      sizes: sizes.map(Number).sort((a, b) => a - b),
      rounds: Number(rounds),
      json,
      profile,
      troubles: troubled,
    };
  } catch {
    return null;
  }
}

/** With several sizes a name says which one it is of. */
const named = (lines: readonly Line[], phones: number, several: boolean): Line[] =>
  lines.map((line) => (several ? { ...line, name: `${line.name}@${phones}` } : line));

async function playSize(phones: number, { rounds, profile }: Wanted): Promise<Round[]> {
  const profiling = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
  const played: Round[] = [];
  for (let round = 1; round <= rounds; round++) {
    process.stdout.write(`${phones} phones, round ${round} of ${rounds} ...\n`);
    played.push(await playRound(phones, [process.execPath, ...profiling]));
  }
  return played;
}

/** The size that the targets are for, or the nearest that was asked for. */
async function troubled(sizes: readonly number[]): Promise<Line[]> {
  const phones = sizes.filter((size) => size <= USUAL).at(-1) ?? sizes[0] ?? USUAL;
  process.stdout.write(`${phones} phones, on a slow disk; while the server is busy ...\n`);
  const slow = await onSlowDisk(phones);
  const lines = [...(slow ? [slow] : []), await whileBusy(phones)];
  process.stdout.write(
    `${comparedTable(lines)}\n${slow ? '' : 'No strace here: the slow disk was not played.\n'}`,
  );
  return lines;
}

async function bench(asked: Wanted): Promise<Figure[]> {
  const played: Sized[] = [];
  const lines: Line[] = [];
  for (const phones of asked.sizes) {
    const rounds = await playSize(phones, asked);
    const found = named(linesOf(phones, rounds), phones, asked.sizes.length > 1);
    process.stdout.write(
      `\n${comparedTable(found)}\n${NOTE}\n\n${groundsOf(rounds)}\n\n${phasesOf(rounds)}\n\n`,
    );
    lines.push(...found);
    played.push({ phones, rounds });
  }
  const perPhone = growth(played);
  if (perPhone) {
    process.stdout.write(`${comparedTable([perPhone])}\n`);
    lines.push(perPhone);
  }
  if (asked.troubles) lines.push(...(await troubled(asked.sizes)));
  return lines.map(({ name, value, unit }) => ({ name, value: Number(value.toPrecision(4)), unit }));
}

const asked = wanted();
if (asked === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else if (process.platform !== 'linux') {
  process.stderr.write('The bench reads CPU and memory of the servers from /proc, which only Linux has.\n');
  process.exitCode = 1;
} else {
  const figures = await bench(asked);
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify({ figures }, null, 2)}\n`);
}
