import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Figure } from '../load/figures';
import { inFlight } from '../load/in-flight';
import { startPostgres } from '../support/postgres-server';
import { autosave } from './autosave';
import { clock } from './clock';
import { diskFull } from './disk-full';
import type { Fault, Form } from './fault';
import { desks } from './desks';
import { frozen } from './frozen';
import { fsync } from './fsync';
import { fuzz } from './fuzz';
import { guess } from './guess';
import { ON_POSTGRES } from './keeping';
import { kills } from './kills';
import { lock } from './lock';
import { network } from './network';
import { readOnly } from './read-only';
import { rude } from './rude';
import { signals } from './signals';
import { storm } from './storm';
import { training } from './training';
import { walCut } from './wal-cut';
import { within } from './within';

/** What can go wrong outside of us, by name, in the order in which it is played. */
const faults: Readonly<Record<string, Fault>> = {
  ...{ fsync, kills, training, signals, storm, frozen, desks },
  ...{ autosave, guess, fuzz, rude },
  ...{ 'disk-full': diskFull, lock, 'read-only': readOnly, 'wal-cut': walCut },
  ...{ clock, network },
};

/**
 * Those that are about people, processes and what comes in: what is written may stand in a PostgreSQL. The others are
 * about our own files, which then are somebody else's.
 */
const ANYWHERE = [
  ...['kills', 'training', 'signals', 'storm', 'frozen', 'desks'],
  ...['autosave', 'guess', 'fuzz', 'rude', 'clock', 'network'],
];

const USAGE = `npm run test:faults [-- --short | --long] [--only NAME[,NAME...]] [--on postgres] [--seed TEXT] [--json FILE]
  --short  the form that is part of npm test (unless told otherwise); --long: as long as it takes
  --seed   plays again what the same seed played before
  --on     postgres: what is written stands in a PostgreSQL that is started for it (${ANYWHERE.join(', ')})
  --json   writes the figures, and what was found
  TRAINOFF_CHECKOUT=FOLDER in the environment lets rude play against the build of another checkout, to compare
  names:   ${Object.keys(faults).join(', ')}
`;

interface Wanted {
  readonly names: readonly string[];
  /** Somebody named them; otherwise these are all. */
  readonly named: boolean;
  readonly long: boolean;
  /** Kept in a PostgreSQL, and not in files. */
  readonly onPostgres: boolean;
  readonly seed: string;
  readonly json: string | undefined;
}

/** What was asked for; null if the question makes no sense. */
function wanted(): Wanted | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = { only: text, on: text, seed: text, json: text, short: flag, long: flag };
    const { only, on, seed, json, short, long } = parseArgs({ options }).values;
    const onPostgres = on === 'postgres';
    const playable = onPostgres ? ANYWHERE : Object.keys(faults);
    const names = only?.split(',') ?? playable;
    if (!names.every((name) => playable.includes(name)) || (short && long)) return null;
    if (on !== undefined && !onPostgres) return null;
    const named = only !== undefined;
    return { names, named, long, onPostgres, seed: seed ?? randomUUID().slice(0, 8), json };
  } catch {
    return null;
  }
}

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly ms: number;
  readonly findings: readonly string[];
  readonly figures: readonly Figure[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Faults of the short form that are played beside each other: they wait more than they compute. */
const AT_ONCE = 3;

/** A fault that takes longer hangs, s: the longest of the short ones needs one minute, of the long ones a quarter of an hour. */
const LIMIT = { short: 300, long: 3_600 };

/** How a fault is played here: alone, and then all that it says is told at once, or as a whole once it is over. */
interface Way extends Omit<Form, 'say'> {
  readonly alone: boolean;
}

async function play(name: string, { play: run }: Fault, { seed, long, alone }: Way): Promise<Outcome> {
  const since = performance.now();
  const kept: string[] = [];
  const tell = alone ? say : (line: string) => void kept.push(line);
  tell(`${name} ...`);
  const form = { seed, long, say: (line: string) => tell(`  ${line}`) };
  const over = within(long ? LIMIT.long : LIMIT.short, `the end of ${name}`, run(form));
  const taken = await over.catch((error: unknown) => ({ findings: [`it broke off: ${told(error)}`] }));
  const { findings, figures = [] } = { figures: [], ...taken };
  for (const finding of findings) tell(`  found: ${finding}`);
  const ms = performance.now() - since;
  tell(`  ${findings.length === 0 ? 'passed' : 'FAILED'}  ${name} (${(ms / 1_000).toFixed(1)} s)`);
  if (!alone) say(kept.join('\n'));
  return { name, passed: findings.length === 0, ms, findings, figures };
}

const told = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

async function playAll({ names, named, long, seed, json }: Wanted): Promise<boolean> {
  say(`seed ${seed}, ${long ? 'long' : 'short'} form`);
  const outcomes: Outcome[] = [];
  const alone = long || named;
  await inFlight(names, alone ? 1 : AT_ONCE, async (name) => {
    const fault = faults[name] as Fault;
    const why = fault.unplayable?.() ?? null;
    if (why === null) outcomes.push(await play(name, fault, { seed, long, alone }));
    else say(`${name} is not played: ${why}`);
    // Whoever names a fault wants it played; who wants them all takes those that this machine can have.
    if (why !== null && named) outcomes.push({ name, passed: false, ms: 0, findings: [why], figures: [] });
  });
  const figures = outcomes.flatMap((outcome) => outcome.figures);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ seed, figures, outcomes }, null, 2)}\n`);
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  say(`${passed} passed, ${outcomes.length - passed} failed`);
  return passed === outcomes.length;
}

async function playOn(asked: Wanted): Promise<boolean> {
  if (!asked.onPostgres) return playAll(asked);
  const { url, remove } = await startPostgres();
  process.env[ON_POSTGRES] = url;
  return playAll(asked).finally(remove);
}

const asked = wanted();
if (asked === null) process.stderr.write(USAGE);
// What hangs would keep this process, and the server that it started, alive.
process.exit(asked !== null && (await playOn(asked)) ? 0 : 1);
