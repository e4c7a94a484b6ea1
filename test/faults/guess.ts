import type { Lesson } from '#shared/lessons/lesson';
import { PROTOCOL } from '#shared/version';
import { rng } from '#shared/rng';
import { openClients } from '../load/clients';
import { inFlight } from '../load/in-flight';
import { openSchool, type Session } from '../load/school';
import { freshToken, Player } from '../support/player';
import type { Fault, Form, Taken } from './fault';
import { keeping } from './keeping';
import { RawWire } from './raw-wire';
import { lessons } from '../support/lessons';

/** The one address of a school, and where else somebody guesses. */
const SCHOOL = '203.0.113.7';
const ELSEWHERE = ['198.51.100.1', '198.51.100.2', '2001:db8::1'] as const;

const SHORT = { phones: 100, codes: 150 };
const LONG = { phones: 1_000, codes: 2_000 };

/** Phones that join at once. */
const AT_ONCE = 25;
/** A student who is told to try again does, after this long, ms. */
const AGAIN = 250;
/** Tries until a phone counts as locked out. */
const TRIES = 40;

/** What docs/decisions/0011 allows: at once, and a second. */
const PER_NETWORK = { burst: 20, perSecond: 0.2 };

interface Guesser {
  readonly from: string;
  tried: number;
  /** The code was looked at, and was wrong. */
  judged: number;
  throttled: number;
  /** Anything else. */
  other: number;
}

/** A class joins through one address while somebody there and others elsewhere guess codes. */
export const guess: Fault = { play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const { phones, codes } = long ? LONG : SHORT;
  const { env } = await keeping();
  const school = await openSchool(lessons[0] as Lesson, [process.execPath], {
    given: { TRUST_PROXY: '1', ...env },
  });
  const { session } = school;
  const { code, close } = await openClients(session);
  await join(session, code, 'The first one');
  const since = performance.now();
  const guessers = [SCHOOL, ...ELSEWHERE].map((from) => ({
    ...{ from, tried: 0, judged: 0 },
    throttled: 0,
    other: 0,
  }));
  const guessing = guessers.map((guesser, i) => tryCodes(session, code, guesser, codes, `${seed} ${i}`));
  const joined: number[] = [];
  await inFlight(
    Array.from({ length: phones }, (_, i) => i),
    AT_ONCE,
    async (i) => void joined.push(await join(session, code, `Student ${i + 1}`)),
  );
  const took = performance.now() - since;
  await Promise.all(guessing);
  const seconds = (performance.now() - since) / 1_000;
  const outsider = await knock(session, code, ELSEWHERE[0]);
  close();
  await school.stop();
  const inside = joined.filter((tries) => tries > 0).length;
  const again = joined.filter((tries) => tries > 1).length;
  say(
    `${inside} of ${phones} joined through one address in ${(took / 1_000).toFixed(1)} s, ${again} of them not at once`,
  );
  for (const { from, tried, judged, throttled } of guessers)
    say(`${from}: ${tried} codes tried, ${judged} looked at, ${throttled} throttled`);
  const findings = [
    ...(inside === phones ? [] : [`${phones - inside} phones were locked out`]),
    ...guessers.flatMap((guesser) => faultsOf(guesser, seconds)),
    ...(outsider === 'too-many-guesses' ? [] : [`a right code from a guesser's address heard ${outsider}`]),
  ];
  return { findings, figures: [{ name: 'faults.guess', value: findings.length === 0 ? 1 : 0, unit: 'yes' }] };
}

function faultsOf({ from, judged, other }: Guesser, seconds: number): string[] {
  const allowed = Math.ceil(PER_NETWORK.burst + PER_NETWORK.perSecond * seconds) + 1;
  return [
    ...(judged <= allowed ? [] : [`${judged} codes of ${from} were looked at, ${allowed} are allowed`]),
    ...(other === 0 ? [] : [`${other} guesses of ${from} were answered otherwise`]),
  ];
}

async function tryCodes(session: Session, right: string, guesser: Guesser, codes: number, seed: string) {
  const random = rng(seed, 'codes');
  while (guesser.tried < codes) {
    const code = String(100_000 + random.below(900_000));
    if (code === right) continue;
    const heard = await knock(session, code, guesser.from);
    guesser.tried += 1;
    if (heard === 'unknown-code') guesser.judged += 1;
    else if (heard === 'too-many-guesses') guesser.throttled += 1;
    else guesser.other += 1;
  }
}

/** One handshake as a phone would send it; what it was answered. */
async function knock({ url, build }: Session, code: string, from: string): Promise<string> {
  const wire = RawWire.upgraded(url, code, { 'x-forwarded-for': from });
  await wire.until(() => wire.heard.length > 0);
  wire.say(`40${JSON.stringify({ protocol: PROTOCOL, build, role: 'phone', code, token: freshToken() })}`);
  await wire.until(() => wire.heard.length > 1);
  wire.destroy();
  const answer = wire.heard[1] ?? '';
  return /"code":"([\w-]+)"/.exec(answer)?.[1] ?? (answer.startsWith('40') ? 'admitted' : 'nothing');
}

/** How many tries a student needed to sit down; 0: never did. */
async function join({ url, build }: Session, code: string, name: string): Promise<number> {
  const token = freshToken();
  for (let tries = 1; tries <= TRIES; tries++) {
    const phone = new Player(
      url,
      { role: 'phone', code, token },
      { build, headers: { 'x-forwarded-for': SCHOOL }, marked: true },
    );
    const refusal = await phone.arrived();
    const ack = refusal === null ? await phone.command({ type: 'join', name }) : null;
    phone.close();
    if (ack?.ok) return tries;
    if (refusal !== 'too-many-guesses') return 0;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  return 0;
}
