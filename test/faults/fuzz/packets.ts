import fc from 'fast-check';
import type { Handshake } from '#shared/protocol';
import { PROTOCOL } from '#shared/version';
import { freshToken } from '../../support/player';
import { frame, OP, RawWire } from '../raw-wire';
import { anyOrNearly, garbledText } from './garble';
import { foreign, type Role } from './leaks';
import { deskRequests, handshakes, phoneRequests } from './right';

/** The session that is shot at, and who may come into it. */
export interface Target {
  readonly url: string;
  readonly build: string;
  readonly code: string;
  readonly session: string;
  readonly screenKey: string;
  readonly cookie: string;
}

/** Packets of a connection that it survives: fewer than the twenty commands that a seat may send at once. */
const HARMLESS = 11;
/** And one that it may not survive. */
const INPUTS = HARMLESS + 1;

/** A connection that says nothing for so long hangs, ms. */
const PATIENCE = 15_000;

const json = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return '{}';
  }
};

/** Without what would keep the next ones from getting in. */
const asked = [...phoneRequests, ...deskRequests.filter(({ type }) => type !== 'end' && type !== 'lock')];

const right = asked.map((request) => ({ id: 'command-id', request }));
const payload = anyOrNearly([...right, { step: 0, draft: { w: [1], b: 0 } }, { warmUp: 30 }]).map(json);

const names = [
  ...['command', 'draft', 'probe', 'frame', 'pulse', 'roster', 'bye', 'draft-gap', ''],
  ...['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener', 'error'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'message', 'close'],
];

const ack = fc.oneof(
  fc.constantFrom('', '1', '0', '-1', '00', '99999999999999999999', '1e9', 'x'),
  fc.nat().map(String),
);

const events = fc
  .tuple(
    fc.constantFrom('42', '42/,', '42/admin,', '4242', '43', '45', '451-', '4599-', '46', '461-'),
    ack,
    fc.constantFrom(...names),
    payload,
  )
  .map(([head, id, name, body]) => `${head}${id}[${json(name)},${body}]`);

/** Commands as they should be but for their request. */
const commands = fc
  .tuple(
    fc.nat({ max: 99_999 }),
    fc.string({ unit: fc.constantFrom(...'abcdefgh-_'), minLength: 8, maxLength: 40 }),
    anyOrNearly(asked),
  )
  .map(([id, command, request]) => `42${id}["command",{"id":"${command}","request":${json(request)}}]`);

const handshake = anyOrNearly(handshakes).map((auth) => `40${json(auth)}`);

const deep = fc
  .tuple(fc.integer({ min: 10, max: 6_000 }), fc.constantFrom('[', '{"a":', '{"__proto__":'))
  .map(([depth, open]) => `421["command",${open.repeat(Math.min(depth, Math.floor(15_000 / open.length)))}`);

const fixed = fc.constantFrom(
  ...[
    '',
    '0',
    '1',
    '2',
    '2probe',
    '3',
    '4',
    '5',
    '6',
    '7',
    '9',
    'b',
    'bAAAA',
    '40',
    '41',
    '42',
    '43',
    '44',
    '45',
    '46',
  ],
  ...[
    '42[]',
    '42["command"]',
    '421["command"]',
    '42["probe",1,2,3]',
    '421["probe"]',
    '42{"length":1}',
    '42[[1]]',
    '42[null]',
    '42[{}]',
  ],
  ...[
    '41/admin,',
    '40/admin,',
    '40/admin,{}',
    '44{"message":"x"}',
    '43-1[]',
    '431[]',
    '451-["command",{"_placeholder":true,"num":0}]',
  ],
  ...[
    '451-["command",{"_placeholder":true,"num":-1}]',
    '451-["command",{"_placeholder":true,"num":"length"}]',
    '45999999999-["x"]',
  ],
);

/** Events that can be read, whatever they say. */
const readable = fc
  .tuple(
    fc.nat({ max: 99_999 }),
    fc.constantFrom('command', 'draft', 'probe', 'bye', '__proto__', ''),
    payload,
    payload,
  )
  .chain(([id, name, one, two]) =>
    fc.constantFrom(`42${id}["${name}",${one}]`, `42["${name}",${one}]`, `42${id}["${name}",${one},${two}]`),
  );

const harmless = fc.oneof({ weight: 3, arbitrary: commands }, { weight: 2, arbitrary: readable });

const harmful = fc.oneof(
  { weight: 3, arbitrary: events },
  { weight: 1, arbitrary: handshake },
  { weight: 1, arbitrary: deep },
  { weight: 2, arbitrary: fixed },
  {
    weight: 2,
    arbitrary: garbledText([
      '421["command",{"id":"command-id","request":{"type":"lock"}}]',
      '42["draft",{"step":0,"draft":{"w":[1],"b":0}}]',
    ]),
  },
);

/** What one connection sends. */
type Salvo = readonly [harmless: readonly string[], harmful: string];
const salvo: fc.Arbitrary<Salvo> = fc.tuple(
  fc.array(harmless, { minLength: HARMLESS, maxLength: HARMLESS }),
  harmful,
);

/** What leaked or hung, and how the server answered. */
export interface Shooting {
  readonly findings: string[];
  /** Packets that were acked, and those of them that were taken. */
  acks: number;
  taken: number;
}

/** Plays `count` packets over real connections of every role. */
export async function fuzzPackets(target: Target, count: number, seed: number): Promise<Shooting> {
  const salvos = fc.sample(salvo, { numRuns: Math.ceil(count / INPUTS), seed });
  const shooting: Shooting = { findings: [], acks: 0, taken: 0 };
  for (const [i, some] of salvos.entries()) {
    const role = roles[i % roles.length] ?? 'nobody';
    const { heard, hung, unanswered } = await connection(target, role, some);
    shooting.acks += heard.filter((text) => text.startsWith('43')).length;
    shooting.taken += heard.filter((text) => /^43\d+\[\{"ok":true/.test(text)).length;
    const cut = unanswered > 0 ? [`${unanswered} packets of ${role} were not answered`] : [];
    const hanging = hung ? [`a connection of ${role} hung`] : [];
    for (const what of [...hanging, ...cut, ...foreign(role, heard)])
      shooting.findings.push(`${what}, after ${json(some).slice(0, 2_000)}`);
  }
  return shooting;
}

const roles: readonly Role[] = ['seat', 'newcomer', 'screen', 'desk', 'nobody'];

function helloOf({ build, code, session, screenKey }: Target, role: Role): Handshake | null {
  const hello = { protocol: PROTOCOL, build };
  if (role === 'nobody') return null;
  if (role === 'screen') return { ...hello, role, session, key: screenKey };
  return role === 'desk'
    ? { ...hello, role, session }
    : { ...hello, role: 'phone', code, token: freshToken() };
}

let joined = 0;

/** How many answers came, to packets with these ids. */
const acksIn = ({ heard }: RawWire, ids: ReadonlySet<string>): number =>
  heard.filter((text) => ids.has(/^43(\d+)/.exec(text)?.[1] ?? '')).length;

/** A packet that must be answered, by its id: of drafts only those that are refused are. */
const ASKS = /^42(\d+)\["(?!draft)/;

/** One connection, until it has answered to everything or is gone; what it heard. */
async function connection(target: Target, role: Role, [harmless, harmful]: Salvo) {
  const headers = role === 'desk' ? { cookie: target.cookie, origin: target.url } : {};
  const wire = RawWire.upgraded(target.url, target.code, headers);
  const timer = setTimeout(() => wire.destroy(), PATIENCE);
  await wire.until(() => wire.heard.length > 0);
  const hello = helloOf(target, role);
  if (hello) {
    wire.say(`40${JSON.stringify(hello)}`);
    await wire.until(() => wire.heard.length > 1);
  }
  if (role === 'seat') {
    const request = { type: 'join', name: `Shooter ${(joined += 1)}` };
    wire.say(`4299999["command",${JSON.stringify({ id: 'the-join', request })}]`);
    await wire.until(() => wire.heard.some((text) => text.startsWith('4399999')));
  }
  const since = performance.now();
  const asked = hello ? harmless.flatMap((text) => ASKS.exec(text)?.[1] ?? []) : [];
  const ids = new Set(asked);
  const before = acksIn(wire, ids);
  for (const text of harmless) wire.say(text);
  // Whoever asked for an answer gets one, whatever it was: then comes what may cost the connection.
  await wire.until(() => acksIn(wire, ids) - before >= asked.length);
  const unanswered = wire.closed ? asked.length - (acksIn(wire, ids) - before) : 0;
  wire.say(harmful);
  if (/^4[56]/.test(harmful)) wire.write(frame(Buffer.from([1, 2, 3]), { op: OP.binary }));
  wire.say('4288888["probe"]');
  await wire.until(() => wire.heard.some((text) => text.startsWith('4388888')));
  clearTimeout(timer);
  wire.destroy();
  return { heard: wire.heard, unanswered, hung: performance.now() - since >= PATIENCE };
}
