import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rng } from '#shared/rng';
import type { Cluster } from '../support/cluster/cluster';
import { proxiesHere, type ProxyKind } from '../support/cluster/proxy';
import { answeredSteps } from './lesson';
import { planned, type Amount } from './plan';
import { play, type Form, type Outcome } from './play';
import { figuresOf, linesOf } from './summary';

const USAGE = `npm run test:cluster [-- --short | --long] [--share N] [--proxy NAME] [--seed TEXT] [--json FILE]
  --short  two servers and 20 phones for half a minute (unless told otherwise)
  --long   three servers, 300 phones in six sessions, more than fifty kills and thirty pauses: a quarter of an hour
  --proxy  ${proxiesHere.join(', ')}; nginx where it is on PATH or in NGINX_PATH, else ours
  --share  only so much of it: 0.2 is a fifth of the kills, pauses and all else, in about a fifth of the time
  --seed   plays again what the same seed played before
  --json   writes the figures, what was done and what was found
`;

type Size = Pick<Form, 'rooms' | 'phones' | 'steps' | 'thought'> & { readonly amount: Amount };

const SHORT: Size = {
  amount: { servers: 2, kills: 2, pauses: 1, cuts: 1, databases: 1 },
  ...{ rooms: 2, phones: 10, thought: 500 },
  steps: answeredSteps.slice(0, 6),
};

const LONG: Size = {
  amount: { servers: 3, kills: 54, pauses: 32, cuts: 8, databases: 5 },
  ...{ rooms: 6, phones: 50, thought: 3_000 },
  steps: answeredSteps,
};

/** A part of everything, and of whatever there is at least one. */
function shareOf({ servers, ...counts }: Amount, share: number): Amount {
  const some = (count: number) => Math.ceil(count * share);
  const { kills, pauses, cuts, databases } = counts;
  return {
    ...{ servers, kills: some(kills), pauses: some(pauses) },
    ...{ cuts: some(cuts), databases: some(databases) },
  };
}

/** Where servers' journals are kept that somebody has to look at. */
const JOURNALS = 'test-results/cluster';

const NO_NGINX = ' (there is no nginx on PATH or in NGINX_PATH)';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Wanted {
  readonly long: boolean;
  readonly share: number;
  readonly proxy: ProxyKind;
  readonly seed: string;
  readonly json: string | undefined;
}

/** What was asked for; null if the question makes no sense. */
function wanted(): Wanted | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = { share: text, proxy: text, seed: text, json: text, short: flag, long: flag };
    const { short, long, json, proxy, ...more } = parseArgs({ options }).values;
    const { seed = randomUUID().slice(0, 8), share = '1' } = more;
    const asked = proxiesHere.find((kind) => kind === (proxy ?? proxiesHere.at(-1)));
    const isShare = Number(share) > 0 && Number(share) <= 1;
    if (asked === undefined || (short && long) || !isShare) return null;
    return { long, share: Number(share), proxy: asked, seed, json };
  } catch {
    return null;
  }
}

function keep(json: string, { seed, long, proxy }: Wanted, outcome: Outcome): void {
  const { findings, troubles, codes } = outcome;
  const told = { seed, long, proxy, figures: figuresOf(outcome), codes: Object.fromEntries(codes) };
  writeFileSync(json, `${JSON.stringify({ ...told, findings, troubles }, null, 2)}\n`);
}

/** The cluster that runs, for whoever has to end it or to look at it. */
let running: Cluster | null = null;

function keepJournals(): void {
  mkdirSync(JOURNALS, { recursive: true });
  for (const { name, log } of running?.servers ?? []) writeFileSync(join(JOURNALS, `${name}.log`), log());
  say(`What the servers said stands in ${JOURNALS}.`);
}

/** Ends everything; whoever presses twice does not wait for it. */
function end(): void {
  say('ending what was started ...');
  void Promise.resolve(running?.stop()).finally(() => process.exit(1));
}

/** Findings that are told, and how much of each; the rest is in the file. */
const TOLD = 40;
const LENGTH = 400;

async function run(asked: Wanted): Promise<boolean> {
  const { long, share, proxy, seed, json } = asked;
  const size = long ? LONG : SHORT;
  const isReal = proxiesHere.includes('nginx');
  const plan = planned(shareOf(size.amount, share), rng(seed, 'plan'));
  say(`seed ${seed}, ${long ? 'long' : 'short'} form, proxy: ${proxy}${isReal ? '' : NO_NGINX}`);
  const since = performance.now();
  const outcome = await play({
    ...size,
    servers: size.amount.servers,
    plan,
    seed,
    proxy,
    say,
    started: (cluster) => (running = cluster),
  });
  for (const line of linesOf(outcome)) say(line);
  for (const finding of outcome.findings.slice(0, TOLD)) say(`found: ${finding.slice(0, LENGTH)}`);
  if (outcome.findings.length > TOLD) say(`and ${outcome.findings.length - TOLD} more`);
  if (json !== undefined) keep(json, asked, outcome);
  const passed = outcome.findings.length === 0;
  if (!passed) keepJournals();
  const minutes = ((performance.now() - since) / 60_000).toFixed(1);
  say(`${passed ? 'passed' : 'FAILED'} in ${minutes} min, seed ${seed}`);
  return passed;
}

async function runOrTell(asked: Wanted): Promise<boolean> {
  try {
    return await run(asked);
  } catch (error) {
    say(`it broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    keepJournals();
    say(`FAILED, seed ${asked.seed}`);
    return false;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
const asked = wanted();
if (asked === null) process.stderr.write(USAGE);
// What hangs would keep this process, and the servers that it started, alive.
process.exit(asked !== null && (await runOrTell(asked)) ? 0 : 1);
