import type { OwnConfig, OwnTerms } from '#shared/activities/race/config';
import { rulesOf } from '#shared/activities/race/rules';
import { Bench, type Trains } from './bench';
import { energyFor } from './energy';
import { ownRace } from './step';
import { judgedByAll, triedOn, type Tried } from './tried';

/** So many networks that seem to do well are trained again, from other seeds. */
const CHECKED = 6;
/** A session's runs. */
const RUNS = 8;
/** Of the rows that judge, the share that a session's points are decided by. */
const PRIVATE = 0.6;
const CHANCE = 0.5;
/** Better than a line by so much is what a hidden layer is for. */
const BEYOND_LINE = 0.04;
/** What is this much worse than the best does well: the last rows cost the most. */
const NEARLY = 0.02;
/** Points grow over so much of a figure, or over the better half of what is above chance where that is less. */
const GROWTH = 0.2;

const up = (share: number) => Math.ceil(share * 100 - 1e-9) / 100;
const down = (share: number) => Math.floor(share * 200 + 1e-9) / 200;
const best = (some: readonly Tried[]) => some.reduce((most, one) => Math.max(most, one.figure), 0);

/** By how much a figure differs from session to session, since each draws its rows from those that judge. */
function spreadOf(figure: number, answers: readonly number[]): number {
  const right = Math.min(figure, 1 - 0.5 / answers.length);
  const variance = [0, 1].reduce((sum, of) => {
    const count = Math.max(1, PRIVATE * answers.filter((one) => one === of).length);
    return sum + (right * (1 - right) * (1 - PRIVATE)) / count;
  }, 0);
  return Math.sqrt(variance) / 2;
}

/** The figures between which points grow. */
function accuracyFor(tried: readonly Tried[], untouched: number, top: number): OwnConfig['accuracy'] {
  const line = best(tried.filter(({ hidden }) => !hidden));
  const floor = Math.max(CHANCE, untouched, best(tried) - line >= BEYOND_LINE ? line : 0);
  const base = up(Math.max(floor + 0.01, top - GROWTH, (CHANCE + top) / 2));
  return { base: Math.min(base, up(top - 0.02)), top };
}

/** The cheapest that does as well as `wanted`, also from other seeds; where none does, the best of those looked at. */
function cheapest(config: OwnConfig, tried: readonly Tried[], wanted: number, bench: Bench): Tried {
  const well = tried.filter(({ figure }) => figure >= wanted).sort((a, b) => a.cost - b.cost);
  let found: Tried | null = null;
  for (const one of well.slice(0, CHECKED)) {
    const result = bench.perhaps(judgedByAll(config, one.submission, RUNS));
    const again = { ...one, figure: result?.open ?? one.figure };
    if (again.figure >= wanted) return again;
    if (!found || again.figure > found.figure) found = again;
  }
  return found as Tried;
}

/** What is paid and worth points in a race on somebody's own table, and what does well in it; null: it is no such race. */
export function termsOf(step: unknown, trains: Trains): OwnTerms | null {
  const config = ownRace(step);
  if (!config) return null;
  const bench = new Bench(trains);
  const untouched = judgedByAll(config, rulesOf(config).start());
  const start = bench.train(untouched).open;
  const tried = triedOn(config, bench);
  const reached = best(tried);
  const spread = spreadOf(reached, untouched.open.y);
  const good = cheapest(config, tried, reached - Math.max(NEARLY, spread), bench);
  const top = Math.max(CHANCE + 0.02, down(Math.min(reached, good.figure) - Math.max(NEARLY, spread) / 2));
  const terms = { energy: energyFor(config, good.cost), accuracy: accuracyFor(tried, start, top) };
  // Each family's network goes with its own race.
  return { ...terms, good: good.submission } as OwnTerms;
}
