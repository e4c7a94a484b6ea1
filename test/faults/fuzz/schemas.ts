import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import type * as v from 'valibot';
import type { Example } from '#shared/activities/activity';
import { activities } from '#shared/activities/registry';
import { judge, type BoundActivity } from '#shared/activities/bound';
import {
  firstTeacherSchema,
  keepSchema,
  ownReviewSchema,
  pickAddressSchema,
  signInSchema,
  startSessionSchema,
  tableQuerySchema,
} from '#shared/api';
import { hintsSchema, predictionSchema } from '#shared/lessons/asides';
import { errorCodes } from '#shared/errors';
import { commandSchema, draftSchema, handshakeSchema } from '#shared/protocol';
import { derive } from '#shared/rng';
import { parseBody } from '../../../server/http/answer';
import { networkOf } from '../../../server/http/network';
import { askedHosts } from '../../../server/http/asked';
import { originCheck } from '../../../server/http/origin';
import { parseName } from '../../../server/live/names';
import {
  deskCommand,
  parseDeskRequest,
  parsePhoneRequest,
  phoneCommand,
} from '../../../server/live/sockets/requests';
import { anyOrNearly, garbledText } from './garble';
import { asides, bodies, deskRequests, handshakes, phoneRequests } from './right';

/** Something at the edge: takes whatever comes, and says what is wrong with the answer; null: nothing. */
interface Edge {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  readonly take: (input: unknown) => string | null;
}

const codes = new Set<string>(errorCodes);

/** An answer is a value or a code of the list. */
const closed = (answer: { readonly ok: boolean; readonly error?: unknown }): string | null =>
  answer.ok || codes.has(String(answer.error)) ? null : `the code ${String(answer.error)} is not in the list`;

const schema = (name: string, given: v.GenericSchema, right: readonly unknown[]): Edge => ({
  name,
  inputs: anyOrNearly(right),
  take: (input) => closed(parseBody(given, input)),
});

const phone = { token: 'hash-of-a-token', seat: 'seat-of-ada' };

const requests: readonly Edge[] = [
  {
    name: 'a phone’s request',
    inputs: anyOrNearly([...phoneRequests, ...deskRequests]),
    take: (input) => {
      const parsed = parsePhoneRequest(input);
      return closed(parsed.ok ? phoneCommand('command-id', parsed.value, phone) : parsed);
    },
  },
  {
    name: 'a desk’s request',
    inputs: anyOrNearly([...deskRequests, ...phoneRequests]),
    take: (input) => {
      const parsed = parseDeskRequest(input);
      return closed(parsed.ok ? deskCommand('command-id', parsed.value) : parsed);
    },
  },
];

const texts: readonly Edge[] = [
  {
    name: 'a name',
    inputs: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      garbledText(['Ada Lovelace', 'Zoë', 'أحمد', '👩‍👩‍👧']),
    ),
    take: (input) => closed(parseName(String(input))),
  },
  {
    name: 'an origin',
    inputs: garbledText(['http://school.test:3000', 'null', 'https://[::1]:3000']),
    take: (input) => {
      const headers = { origin: String(input), host: 'school.test:3000' };
      const asking = { headers, socket: {} } as unknown as IncomingMessage;
      const allowed = originCheck('http://school.test:3000', askedHosts(null))(asking);
      return allowed && new URL(String(input)).host !== 'school.test:3000'
        ? `${String(input)} was allowed`
        : null;
    },
  },
  {
    name: 'an address',
    inputs: garbledText(['203.0.113.7', '::ffff:203.0.113.7', '2001:db8::1', 'fe80::1%eth0']),
    take: (input) =>
      /^(\?|[\d.]{7,15}|([\da-f]{1,4}:){4}:\/64)$/.test(networkOf(String(input))) ? null : 'no network',
  },
];

const seeds = { seat: derive('a seat', 'fuzz'), secret: derive('a secret', 'fuzz') };

/** Whatever parses must also be graded, drawn and shown without a throw. */
function played(activity: BoundActivity, input: unknown): string | null {
  const judged = judge(activity, input, null, seeds);
  activity.picture([{ seat: seeds.seat, submission: input, result: null }], seeds.secret);
  if (!judged.ok) return closed(judged);
  const score = judged.value.outcome === 'graded' ? judged.value.grade.score : 0;
  return score >= 0 && score <= 1
    ? closed(activity.answers?.parse(input, judged.value.submission) ?? judged)
    : `a score of ${score}`;
}

const kinds: readonly Edge[] = activities.flatMap((activity): Edge[] => {
  const { kind, bind } = activity;
  const examples: readonly Example<unknown>[] = activity.examples;
  const configs = examples.map(({ config }) => config);
  const bound = configs.flatMap((config) => {
    const made = bind(config);
    return made.ok ? [made.value] : [];
  });
  return [
    {
      name: `a configuration of ${kind}`,
      inputs: anyOrNearly(configs),
      take: (input) => {
        const made = bind(input);
        return made.ok || made.error !== '' ? null : 'refused without saying why';
      },
    },
    {
      name: `a submission to ${kind}`,
      inputs: fc.tuple(
        fc.nat(),
        anyOrNearly(examples.flatMap((one) => ('submission' in one ? [one.submission] : []))),
      ),
      take: (input) => {
        const [which, submission] = input as [number, unknown];
        return played(bound[which % bound.length] as BoundActivity, submission);
      },
    },
  ];
});

const edges: readonly Edge[] = [
  schema('a handshake', handshakeSchema, handshakes),
  schema('an envelope', commandSchema, [{ id: 'command-id', request: phoneRequests[0] }]),
  schema('a draft', draftSchema, [{ step: 0, draft: { w: [1], b: 0 } }, { warmUp: -90 }]),
  ...requests,
  ...texts,
  ...kinds,
  schema('a prediction', predictionSchema, [asides.prediction]),
  schema('hints', hintsSchema, [asides.hints]),
  schema('a first teacher', firstTeacherSchema, [bodies.firstTeacher]),
  schema('a sign-in', signInSchema, [bodies.signIn]),
  schema('a start', startSessionSchema, [bodies.start]),
  schema('a pick', pickAddressSchema, [bodies.pick]),
  schema('a keep', keepSchema, [bodies.keep]),
  schema('a query', tableQuerySchema, [bodies.query]),
  schema('an own review', ownReviewSchema, [bodies.ownReview]),
];

/** Inputs that are made at once. */
const PORTION = 500;

/** Plays `count` inputs against everything that parses; a sentence for each kind of thing that went wrong. */
export function fuzzSchemas(count: number, seed: number): string[] {
  const findings: string[] = [];
  const each = Math.ceil(count / edges.length);
  for (const [i, { name, inputs, take }] of edges.entries())
    for (let done = 0; done < each; done += PORTION) {
      const numRuns = Math.min(PORTION, each - done);
      for (const input of fc.sample(inputs, { numRuns, seed: seed + i * 7_919 + done })) {
        const wrong = attempt(() => take(input));
        if (wrong !== null) findings.push(`${name}: ${wrong}, given ${fc.stringify(input).slice(0, 200)}`);
      }
    }
  if ('polluted' in {}) findings.push('a prototype was changed');
  return findings;
}

function attempt(take: () => string | null): string | null {
  try {
    return take();
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
