import { parseArgs } from 'node:util';
import { biggest, knows } from '#shared/activities/race/bots';
import { costOf } from '#shared/activities/race/check';
import { config as schema, type Config } from '#shared/activities/race/config';
import * as v from 'valibot';
import { luckOf, luckyOf, mean, nearly, raced, secretsOf } from '../support/raced';
import { lessons } from '../support/lessons';

const USAGE = `npm run bench:races [-- --secrets N]
  --secrets  sessions over which the recommended configuration is spread (200); a fifth of them for luck`;

/** Random configurations of each race; a multiple of 3. */
const RANDOM = 60;
/** What five tries with tiny changes may gain. */
const MOST_LUCK = 0.03;

interface Race {
  readonly id: string;
  readonly config: Config;
}

/** Every race of the built-in lessons, once. */
const races: readonly Race[] = [
  ...new Map(
    lessons
      .flatMap(({ steps }) => steps)
      .filter(({ kind }) => kind === 'race')
      .map(({ id, config }) => [id, { id, config: v.parse(schema, config) }]),
  ).values(),
];

const hundredths = (value: number) => value.toFixed(2);
const thousandths = (value: number) => value.toFixed(3);

const deviation = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

const HEAD = [
  ...['race', 'family', 'energy', 'private figure', 'spread', 'score', 'least', 'random', 'best of 3'],
  ...['biggest', 'five tries', 'five tries nearby', 's'],
];

/** One race's row, and whether luck is worth no more in it than it may. */
function measured({ id, config }: Race, many: number): { readonly row: string; readonly fair: boolean } {
  const since = performance.now();
  const secrets = secretsOf(many);
  const good = knows(config);
  const runs = secrets.map((secret) => raced(config, good, secret));
  const [hidden, scores] = [runs.map((run) => run.hidden), runs.map(({ score }) => score)];
  const [first = ''] = secrets;
  const { random, best } = luckyOf(config, RANDOM, first);
  const few = secrets.slice(0, Math.max(4, Math.floor(many / 5)));
  const luck = [good, nearly(config)].map((base) => luckOf(config, base, few));
  const cells = [
    ...[id, config.family, String(costOf(config, good))],
    ...[thousandths(mean(hidden)), thousandths(deviation(hidden))],
    ...[mean(scores), Math.min(...scores), random, best].map(hundredths),
    hundredths(raced(config, biggest(config), first).score),
    ...luck.map(thousandths),
    ((performance.now() - since) / 1_000).toFixed(1),
  ];
  return { row: `| ${cells.join(' | ')} |`, fair: luck.every((gain) => gain <= MOST_LUCK) };
}

function wanted(): number | null {
  try {
    const { secrets = '200' } = parseArgs({ options: { secrets: { type: 'string' } } }).values;
    return /^[1-9]\d{0,3}$/.test(secrets) ? Number(secrets) : null;
  } catch {
    return null;
  }
}

const many = wanted();
if (many === null) {
  console.log(USAGE);
  process.exitCode = 1;
} else {
  console.log(`${many} sessions\n| ${HEAD.join(' | ')} |\n|${' --- |'.repeat(HEAD.length)}`);
  for (const race of races) {
    const { row, fair } = measured(race, many);
    console.log(row);
    if (!fair) process.exitCode = 1;
  }
}
