import type { Lesson } from '#shared/lessons/lesson';
import { rng } from '#shared/rng';
import { accepted, openClients } from '../load/clients';
import { memoryOf } from '../load/process';
import { anotherSession, openSchool, type School } from '../load/school';
import type { Fault, Form, Taken } from './fault';
import { sing } from './fuzz/canary';
import { keptOf, openSlow } from './fuzz/loris';
import { fuzzPackets, type Target } from './fuzz/packets';
import { fuzzRaw } from './fuzz/raw';
import { fuzzSchemas } from './fuzz/schemas';
import { keeping } from './keeping';
import { lessons } from '../support/lessons';

/** How many inputs of each level, and in how many batches: after each of them a class plays. */
const SHORT = { schemas: 1_200, packets: 500, raw: 300, batches: 1 };
const LONG = { schemas: 60_000, packets: 30_000, raw: 10_000, batches: 10 };

/** How much more memory the server may have in the end than after its first class, MB. */
const GROWTH = 200;

/** Connections that never go on are ended by then, ms: Node looks for them every 30 s, and gives them 15. */
const SLOW_PATIENCE = 60_000;

/** A line of the server's log, which holds warnings and worse, or of a stack trace. */
const LOGGED = /^\{"level"|^\s+at |^\w*Error\b/;

/**
 * What the server is to say of some that are shot at it: a second CONNECT, or more frames than a stranger may send, ends
 * its connection, and a foreign origin is refused.
 */
const RIGHTLY =
  /"event":("sender-cut-off","session":(?:"[\w-]+","role":"\w+"|null,"role":null),"why":"connection"|"origin-refused","at":"request",.*)\}$/;

/** Findings that are told of one batch; the rest is counted. */
const TOLD = 5;

/** Nonsense at every level: values, packets, bytes. Nothing throws, nothing leaks, and a class next door plays on. */
export const fuzz: Fault = { play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const { batches, ...counts } = long ? LONG : SHORT;
  const random = rng(seed, 'fuzz');
  const lesson = lessons[0] as Lesson;
  const findings = tell('schemas', fuzzSchemas(counts.schemas, random.below(2 ** 31)));
  say(`schemas ${counts.schemas}: ${findings.length} findings`);
  const { env } = await keeping();
  const school = await openSchool(lesson, [process.execPath], { given: env });
  findings.push(...(await sing(school.session, lesson)));
  const before = memoryOf(school.session.pid).now;
  const slow = long ? openSlow(school.session.url) : [];
  for (let batch = 0; batch < batches && findings.length === 0; batch++) {
    const next = () => random.below(2 ** 31);
    const target = await targetOf(school, lesson);
    const shooting = await fuzzPackets(target, counts.packets / batches, next());
    findings.push(...tell('packets', shooting.findings));
    findings.push(...tell('raw', await fuzzRaw(target.url, counts.raw / batches, next())));
    findings.push(...(await sing(school.session, lesson)));
    say(
      `batch ${batch + 1} of ${batches}: ${findings.length} findings, ${shooting.acks} acks, ${shooting.taken} taken, ${megabytes(school)} MB`,
    );
  }
  const kept = await keptOf(slow, SLOW_PATIENCE);
  if (kept > 0) findings.push(`${kept} of ${slow.length} connections that never went on were kept`);
  findings.push(...aftermath(school, before));
  await school.stop();
  const total = counts.schemas + counts.packets + counts.raw;
  say(
    `${total} inputs: ${counts.schemas} values, ${counts.packets} packets, ${counts.raw} raw; faults.fuzz ${findings.length}`,
  );
  return { findings, figures: [{ name: 'faults.fuzz', value: findings.length, unit: `in ${total}` }] };
}

const megabytes = ({ session }: School) => Math.round(memoryOf(session.pid).now / 1_024);

/** The same process lives, has not grown without end, and has written of no bug. */
function aftermath(school: School, before: number): string[] {
  const grown = megabytes(school) - Math.round(before / 1_024);
  const bugs = school
    .output()
    .split('\n')
    .filter((line) => LOGGED.test(line) && !RIGHTLY.test(line));
  return [
    ...(grown <= GROWTH ? [] : [`the server has grown by ${grown} MB`]),
    ...tell(
      'log',
      bugs.map((line) => line.slice(0, 400)),
    ),
  ];
}

/** A session of its own for what is shot at it: a desk among them may end it. */
async function targetOf({ session }: School, lesson: Lesson): Promise<Target> {
  const own = await anotherSession(session, lesson);
  const { code, desk, close } = await openClients(own);
  await accepted(desk, { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await accepted(desk, { type: 'open', step: 0 });
  close();
  const { url, build, id, screenKey, cookie } = own;
  return { url, build, code, session: id, screenKey, cookie };
}

const tell = (where: string, findings: readonly string[]): string[] => [
  ...findings.slice(0, TOLD).map((finding) => `${where}: ${finding}`),
  ...(findings.length > TOLD ? [`${where}: and ${findings.length - TOLD} more`] : []),
];
