import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Evidence, Grade } from '../activity';
import { countOf, inDisc, type Config, type Submission, type Vector } from './config';
import { ideal, pronouns } from './pronouns';
import { asked, idealHeads, roles } from './roles';
import { RIGHT, roleWeights, scoreOf } from './score';
import { shareOf, trialsOf } from './sentences';
import { turnOf, unturned } from './turn';

export function check({ asks }: Config, sent: Submission): Result<Submission, ErrorCode> {
  if (sent.queries.length !== countOf(asks)) return err('submission-invalid');
  return sent.queries.every(inDisc) ? ok(sent) : err('out-of-range');
}

/** A seat's queries in the plane as it is reckoned with. */
export function reckoned(config: Config, { queries }: Submission, seat: Evidence['seat']): readonly Vector[] {
  const turn = turnOf(config, seat);
  return queries.map((query) => unturned(config.asks, query, turn));
}

export function grade(config: Config, sent: Submission, { seat, secret }: Evidence): Grade {
  const score = scoreOf(config.asks, reckoned(config, sent, seat), secret);
  return { score, right: score >= RIGHT };
}

/** The shares of the attention that go where they should, in percent: one's own, and those of the best queries. */
export interface Measure {
  readonly shares: readonly number[];
  readonly best: readonly number[];
}

function sharesOf(config: Config, queries: readonly Vector[], secret: Evidence['secret']): readonly number[] {
  if (config.asks === 'roles') {
    const weights = roleWeights(queries);
    return asked.map((role) => weights[roles.indexOf(role)] ?? 0);
  }
  const trials = trialsOf(secret);
  return pronouns.map((pronoun, i) => shareOf(queries[i] ?? [0, 0], trials[pronoun]));
}

const percents = (shares: readonly number[]) => shares.map((share) => Math.round(100 * share));

export function measure(config: Config, sent: Submission, { seat, secret }: Evidence): Measure {
  const best = config.asks === 'roles' ? idealHeads : pronouns.map((pronoun) => ideal[pronoun]);
  return {
    shares: percents(sharesOf(config, reckoned(config, sent, seat), secret)),
    best: percents(sharesOf(config, best, secret)),
  };
}
