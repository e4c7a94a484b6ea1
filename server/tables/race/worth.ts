import { bots } from '#shared/activities/race/bots';
import { costOf } from '#shared/activities/race/check';
import type { OwnConfig, Submission } from '#shared/activities/race/config';
import { energyFactor } from '#shared/activities/race/factors';
import { grade } from '#shared/activities/race/grade';
import { keyOf } from '#shared/activities/race/rules';
import { derive, rng } from '#shared/rng';
import { verdictOf, type Worth } from '#shared/tables/worth';
import { Bench, requestOf, sessionOf, type Trains } from './bench';
import { ownRace } from './step';

/** A multiple of three. */
const STUDENTS = 30;
const SESSIONS = 3;
/** A session's runs: who knows is judged as in one. */
const RUNS = 8;
/** A network that puts three rows in ten on the wrong side has learnt nothing. */
const MOST_LEFT = 0.6;

const seat = derive(sessionOf(0), 'seat');
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

/** A race on the table, and what trains in it. */
interface Tryout {
  readonly config: OwnConfig;
  readonly bench: Bench;
}

/** What a submission wins in a session, of which fewer runs are made here; null where the work for it is not left. */
function won({ config, bench }: Tryout, submission: Submission): number | null {
  const secret = sessionOf(0);
  const result = bench.perhaps(requestOf(config, submission, secret));
  return result && grade(config, submission, { seat, secret, result }).score;
}

/**
 * What guesses win, in the order in which they are made. The cheapest are trained first; those for which there is no work left
 * are taken to be as accurate as the others were on average.
 */
function guessed(tryout: Tryout): readonly number[] {
  const { config } = tryout;
  const guesses = Array.from({ length: STUDENTS }, (_, i) =>
    bots.random(config, rng(sessionOf(0), `guess ${i}`)),
  );
  const scores = new Map<string, number | null>();
  for (const one of [...guesses].sort((a, b) => costOf(config, a) - costOf(config, b)))
    if (!scores.has(keyOf(one))) scores.set(keyOf(one), won(tryout, one));
  const affords = (one: Submission) => energyFactor(config, costOf(config, one));
  const trained = guesses.flatMap((one) => {
    const score = scores.get(keyOf(one)) ?? null;
    return score === null || affords(one) === 0 ? [] : [score / affords(one)];
  });
  return guesses.map((one) => scores.get(keyOf(one)) ?? mean(trained) * affords(one));
}

/** What who knows wins in some sessions, and how accurate that is: what is chance in one of them is nothing to know. */
function known({ config, bench }: Tryout) {
  const sessions = Array.from({ length: SESSIONS }, (_, i) => sessionOf(i));
  return sessions.flatMap((secret, i) => {
    const request = requestOf(config, config.good, secret, RUNS);
    const result = i === 0 ? bench.train(request) : bench.perhaps(request);
    if (!result) return [];
    return [{ score: grade(config, config.good, { seat, secret, result }).score, figure: result.hidden }];
  });
}

/** Whether a race on somebody's own table is worth playing; null: it is no such race. */
export function raceWorth(step: unknown, trains: Trains): Worth | null {
  const config = ownRace(step);
  if (!config) return null;
  const tryout = { config, bench: new Bench(trains) };
  const knows = known(tryout);
  const constant = won(tryout, bots.constant(config)) ?? 0;
  const random = guessed(tryout);
  const best = random.flatMap((_, i) => (i % 3 === 0 ? [Math.max(...random.slice(i, i + 3))] : []));
  const score = Math.min(...knows.map((one) => one.score));
  const scores = { random: mean(random), best: mean(best), constant, neighbour: score, knows: score };
  const left = Math.min(1, (1 - mean(knows.map(({ figure }) => figure))) / 0.5);
  return { verdict: verdictOf({ scores, left }, MOST_LEFT), scores, left };
}
