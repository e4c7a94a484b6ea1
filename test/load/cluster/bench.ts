import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lecture, stepsNamed } from '../../faults/lecture';
import { proxiesHere, type ProxyKind } from '../../support/cluster/proxy';
import type { Figure } from '../figures';
import { aligned, short } from '../table';
import { coresOf, measured, perAnswer, saturated, type Climbed } from './measure';
import { parts } from './parts';
import { onPostgres, onSqlite, type Setup } from './setups';

const USAGE = `npm run bench:cluster [-- --phones N] [--rooms N] [--seconds N] [--servers N[,N...]] [--proxy NAME] [--json FILE]
  --phones   of all rooms together (3600)
  --rooms    sessions, which the proxy spreads over the servers (12)
  --seconds  how long each rate is held (5)
  --servers  on PostgreSQL, beside one on SQLite (1,2,3)
  --proxy    ${proxiesHere.join(', ')}; nginx where it is on PATH or in NGINX_PATH, else ours
  --json     writes the figures, and what each rate came to`;

/** Acks at the 95th percentile are to come within, ms. */
const LATE = 50;

/** A phone may send five commands a second. */
const PER_PHONE = 4.5;

interface Wanted {
  readonly phones: number;
  readonly rooms: number;
  readonly seconds: number;
  readonly servers: readonly number[];
  readonly proxy: ProxyKind;
  readonly json: string | undefined;
}

function wanted(): Wanted | null {
  const text = { type: 'string' } as const;
  try {
    const options = { phones: text, rooms: text, seconds: text, servers: text, proxy: text, json: text };
    const {
      phones = '3600',
      rooms = '12',
      seconds = '5',
      servers = '1,2,3',
      ...more
    } = parseArgs({ options }).values;
    const counts = servers.split(',');
    const proxy = proxiesHere.find((kind) => kind === (more.proxy ?? proxiesHere.at(-1)));
    const sensible = [phones, rooms, seconds, ...counts].every((one) => /^[1-9]\d{0,3}$/.test(one));
    if (!sensible || proxy === undefined) return null;
    const numbers = { phones: Number(phones), rooms: Number(rooms), seconds: Number(seconds) };
    return { ...numbers, servers: counts.map(Number), proxy, json: more.json };
  } catch {
    return null;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function climbed(opening: Promise<Setup>, { phones, rooms, seconds }: Wanted): Promise<Climbed> {
  const setup = await opening;
  say(`${setup.name} ...`);
  const [step = 0] = stepsNamed('and');
  const most = phones * PER_PHONE;
  const plan = { phones: Math.floor(phones / rooms), step, lasts: seconds * 1_000, late: LATE, most };
  return measured(setup, plan, say).finally(setup.stop);
}

/** What it came to at the highest rate that held, and what was full at the lowest that did not. */
function table(all: readonly Climbed[]): string {
  const head = ['', 'answers/s', 'p95', ...parts.map((part) => `CPU ${part}`), 'full at the next rate'];
  const rows = all.map(({ name, servers, best, rates }) => {
    const at = rates.find(({ rate }) => rate === best);
    const beyond = rates.filter(({ holds }) => !holds).sort((a, b) => a.rate - b.rate)[0];
    const cost = parts.map((part) => (at ? `${short(perAnswer(at, part) ?? NaN)} ms` : ''));
    const full =
      beyond === undefined ? 'no rate was too high' : (saturated(beyond, servers) ?? 'nothing: they wait');
    return [name, short(best), at ? `${short(at.p95)} ms` : '', ...cost, full];
  });
  return aligned([head, ...rows]);
}

function figuresOf({ name, best, rates }: Climbed): Figure[] {
  const at = rates.find(({ rate }) => rate === best);
  const named = `cluster.${name.toLowerCase().replaceAll(/\W+/g, '-')}`;
  if (!at) return [{ name: `${named}.answers-per-s`, value: best, unit: 'answers/s' }];
  return [
    { name: `${named}.answers-per-s`, value: best, unit: 'answers/s' },
    { name: `${named}.ack-p95-ms`, value: at.p95, unit: 'ms' },
    ...parts.flatMap((part) => [
      { name: `${named}.cpu-${part}-ms`, value: perAnswer(at, part) ?? NaN, unit: 'ms/answer' },
      { name: `${named}.cores-${part}`, value: coresOf(at, part), unit: 'cores' },
    ]),
  ].map((figure) => ({ ...figure, value: Number(figure.value.toPrecision(3)) }));
}

async function bench(asked: Wanted): Promise<void> {
  const { phones, rooms, servers, proxy, json } = asked;
  say(`${phones} phones in ${rooms} sessions, each rate held for ${asked.seconds} s; proxy: ${proxy}`);
  const all = [await climbed(onSqlite(lecture, rooms), asked)];
  for (const count of servers) all.push(await climbed(onPostgres(count, proxy, lecture, rooms), asked));
  say(
    `\n${table(all)}\nCPU is that of each part for one answer, at the highest rate with acks within ${LATE} ms (p95).`,
  );
  const figures = all.flatMap(figuresOf);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ proxy, figures, runs: all }, null, 2)}\n`);
}

const asked = wanted();
if (asked === null || process.platform !== 'linux') {
  process.stderr.write(
    asked === null ? `${USAGE}\n` : 'The bench reads CPU from /proc, which only Linux has.\n',
  );
  process.exitCode = 1;
} else {
  await bench(asked);
}
