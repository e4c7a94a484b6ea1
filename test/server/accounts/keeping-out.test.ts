import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { PasswordGuesses, type Guessed, type Guesser } from '../../../server/accounts/password-guesses';
import { settled, VirtualClock } from '../../support/virtual-clock';

const TEACHER = 'Ada';
const STRANGERS = 10;
const MINUTES = 10;
const LONGEST = 5_000;
/** What a check of a password costs on a slow laptop, ms. */
const CHECK = 60;

let clock: VirtualClock;
let guesses: PasswordGuesses;
let atOnce: number;
let mostAtOnce: number;

beforeEach(() => {
  clock = new VirtualClock();
  guesses = new PasswordGuesses(clock);
  atOnce = mostAtOnce = 0;
});

/** Whoever has asked is in line before time passes. */
async function pass(ms: number): Promise<void> {
  await settled();
  await clock.advance(ms);
}

const check = (right: boolean) => () => {
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  return new Promise<boolean>((resolve) => {
    clock.after(CHECK, () => {
      atOnce -= 1;
      resolve(right);
    });
  });
};

const guess = (name: string, guesser: Guesser, right: boolean): Promise<Guessed> =>
  guesses.guess(name, guesser, check(right));

const network = (i: number) => `203.0.113.${i}`;
const stranger = (i: number): Guesser => ({ network: network(i), device: null });

/** One stranger's commands: after a pause, so many wrong passwords at once for a name. */
const commands = fc.array(
  fc.record({
    pause: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
    who: fc.nat({ max: STRANGERS - 1 }),
    name: fc.oneof({ weight: 4, arbitrary: fc.constant(TEACHER) }, fc.string({ maxLength: 4 })),
    times: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 20, maxLength: 120 },
);

/** When within the ten minutes the teacher comes, ms. */
const moments = fc
  .uniqueArray(fc.nat({ max: MINUTES * 4 - 2 }), { minLength: 1, maxLength: 4 })
  .chain((quarters) =>
    fc.tuple(...quarters.map((quarter) => fc.nat({ max: 3_000 }).map((ms) => quarter * 15_000 + ms))),
  );

/** Plays all strangers over ten minutes. */
async function attack(all: readonly { pause: number; who: number; name: string; times: number }[]) {
  const told: Promise<Guessed>[] = [];
  const since = clock.now();
  const left = () => MINUTES * 60_000 - (clock.now() - since);
  for (let i = 0; left() > 0; i = (i + 1) % all.length) {
    const { pause, who, name, times } = all[i] as (typeof all)[number];
    await pass(Math.min(left(), pause + 50));
    for (let n = 0; n < times; n++) told.push(guess(name, stranger(who), false));
  }
  await pass(LONGEST + CHECK);
  expect(await Promise.all(told)).not.toContain('right');
}

/** How long one who comes at a moment waits for an answer to a right or wrong password; Infinity: refused. */
async function waits(from: Guesser, right: boolean): Promise<number> {
  const since = clock.now();
  const found = await guess(TEACHER, from, right);
  return found === 'refused' ? Infinity : clock.now() - since;
}

/** How long the teacher waits, coming at these moments; `slips`: wrong passwords before the right one. */
function arrivals(at: readonly number[], from: (i: number) => Guesser, slips: number): number[] {
  const waited: number[] = [];
  const come = async (i: number) => {
    for (let slip = 0; slip < slips; slip++) waited.push(await waits(from(i), false));
    waited.push(await waits(from(i), true));
  };
  for (const [i, moment] of at.entries()) clock.after(moment, () => void come(i));
  return waited;
}

/** fast-check plays each run on a server of its own. */
const property = (from: (i: number) => Guesser, slips = 0) =>
  fc.assert(
    fc
      .asyncProperty(commands, moments, async (all, at) => {
        const waited = arrivals(at, from, slips);
        await attack(all);
        expect(waited).toHaveLength(at.length * (1 + slips));
        for (const ms of waited) expect(ms).toBeLessThanOrEqual(LONGEST);
        expect(mostAtOnce).toBeLessThanOrEqual(2);
      })
      .beforeEach(() => {
        clock = new VirtualClock();
        guesses = new PasswordGuesses(clock);
        atOnce = mostAtOnce = 0;
      }),
    { numRuns: 25 },
  );

describe('no sequence of commands by ten strangers in ten minutes keeps the teacher from the desk for more than 5 s', () => {
  it('in a browser that signed in before, also at the address of a stranger', () =>
    property(() => ({ network: network(0), device: 'the desk’s laptop' })));

  it('in a new one, at an address of its own', () =>
    property((i) => ({ network: `198.51.100.${i}`, device: null })));

  it('in a new one, whose first password was mistyped', () =>
    property((i) => ({ network: `198.51.100.${i}`, device: null }), 1));

  it('in a new one, also if strangers who have not guessed yet all do so just before', async () => {
    for (let i = 0; i < 5; i++)
      for (let n = 0; n < 40; n++) void guess(`name ${n}`, { network: `192.0.2.${n}`, device: null }, false);
    await pass(5_000);
    for (let i = 0; i < STRANGERS; i++) for (const _ of [1, 2, 3]) void guess(TEACHER, stranger(i), false);
    const since = clock.now();
    const teacher = guess(TEACHER, { network: network(99), device: null }, true).then((found) => {
      expect([found, clock.now() - since <= LONGEST]).toEqual(['right', true]);
    });
    await pass(LONGEST);
    await teacher;
  });
});

describe('a stranger’s wrong passwords', () => {
  it('lock a name at their own address, and at no other one', async () => {
    for (let i = 0; i < 10; i++) {
      const asked = guess(TEACHER, stranger(1), false);
      await pass(CHECK);
      expect(await asked).toBe('wrong');
    }
    expect(await guess(TEACHER, stranger(1), true)).toBe('refused');
    const elsewhere = guess(TEACHER, stranger(2), true);
    await pass(CHECK);
    expect(await elsewhere).toBe('right');
  });

  it('are checked one after the other, and a known browser’s is not behind them', async () => {
    const many = Array.from({ length: 30 }, (_, i) => guess(`name ${i}`, stranger(i), false));
    const known = guess(TEACHER, { network: network(0), device: 'd' }, true);
    await pass(CHECK);
    expect(await known).toBe('right');
    await pass(30 * CHECK);
    expect(await Promise.all(many)).toEqual(Array(30).fill('wrong'));
    expect(mostAtOnce).toBe(2);
  });

  it('from hundreds of addresses are looked at fifty at once and then two or three a second', async () => {
    const many = Array.from({ length: 400 }, (_, i) => guess(TEACHER, stranger(i), false));
    await pass(60_000);
    const looked = (await Promise.all(many)).filter((found) => found === 'wrong').length;
    expect(looked).toBeGreaterThan(50);
    expect(looked).toBeLessThanOrEqual(50 + 5_000 / 400 + 1);
  });
});
