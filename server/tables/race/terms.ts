import type { OwnConfig, OwnTerms } from '#shared/activities/race/config';
import { rulesOf } from '#shared/activities/race/rules';
import { Bench, sessionOf, type Trains } from './bench';
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
/** For so much more of a figure a network may cost so many times as much: the last rows are the dearest. */
const NEARLY = 0.02;
const DEARER = 4;
/** What is worse than the best by more does not do well. */
const MOST_LOST = 0.06;
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

/** What a network costs, and what it leaves to be had: the cheapest that does nearly as well is wanted, not the best. */
function priceOf({ cost, figure }: Tried, reached: number): number {
  const lost = Math.max(0, reached - figure);
  return lost > MOST_LOST ? Infinity : cost * Math.pow(DEARER, lost / NEARLY);
}

/** The best bargain that does as well from other seeds too; where none does, the best of those looked at. */
function bargain(config: OwnConfig, tried: readonly Tried[], near: number, bench: Bench): Tried {
  const reached = best(tried);
  const price = (one: Tried) => priceOf(one, reached);
  const [first, ...others] = [...tried].sort((a, b) => price(a) - price(b)).slice(0, CHECKED);
  let found = checked(config, first as Tried, bench);
  for (const one of others) {
    if (found.figure >= reached - MOST_LOST - near) return found;
    const next = checked(config, one, bench);
    if (next.figure > found.figure) found = next;
  }
  return found;
}

/** What a network comes to from as many seeds as a session has, where the work for that is left. */
function checked(config: OwnConfig, one: Tried, bench: Bench): Tried {
  const result = bench.perhaps(judgedByAll(config, one.submission, sessionOf(1), RUNS));
  return { ...one, figure: Math.min(one.figure, result?.open ?? one.figure) };
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
  const near = Math.max(NEARLY, spreadOf(reached, untouched.open.y)) / 2;
  const good = bargain(config, tried, near, bench);
  const top = Math.max(CHANCE + 0.02, down(good.figure - near));
  const terms = { energy: energyFor(config, good.cost), accuracy: accuracyFor(tried, start, top) };
  // Each family's network goes with its own race.
  return { ...terms, good: good.submission } as OwnTerms;
}
