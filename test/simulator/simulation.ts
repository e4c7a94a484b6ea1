import { derive } from '#shared/rng';
import type { ScreenView } from '#shared/session/views';
import type { Chance } from './chance';
import { Client } from './client';
import { Desk } from './desk';
import { judge, type Cast } from './invariants';
import { Machine } from './machine';
import { Phone } from './phone';
import { World } from './world';

export interface Story {
  readonly seed: number;
  readonly steps: number;
  readonly findings: readonly string[];
  /** What happened, so that a run that tests nothing is seen. */
  readonly events: number;
  readonly answers: number;
  readonly reveals: number;
  /** Expectations, hints and closes that were announced. */
  readonly asides: { readonly expected: number; readonly hints: number; readonly soon: number };
  readonly crashes: number;
  /** How often a step stayed open for somebody with more time. */
  readonly waits: number;
  /** Length on the simulated clock, ms. */
  readonly lasted: number;
}

/** After this long without anything new, ms, everybody has to be where they belong and every deadline is over. */
const QUIET = 120_000;

const PHONES = ['ada', 'ben', 'cleo', 'dina', 'elio', 'fede'];
const SPARE = ['tablet', 'old phone'];

/** Plays one lesson, `steps` happenings long, on a bad day; then lets it rest and looks at what is left. */
export async function simulate(seed: number, steps: number): Promise<Story> {
  const world = new World(derive('simulator', String(seed)));
  await world.begin();
  const machine = new Machine(world);
  void machine.start();
  const cast = castOf(world, machine);
  trouble(cast);
  let done = 0;
  while (done < steps && (await world.timeline.step())) done += 1;
  world.calm = true;
  for (const desk of cast.desks) desk.stir();
  const until = world.timeline.now + QUIET;
  while (world.timeline.now < until && (await world.timeline.step())) done += 1;
  await judge(cast);
  return told(cast, seed, done);
}

function castOf(world: World, machine: Machine): Cast {
  return {
    world,
    machine,
    phones: [
      ...PHONES.map((name) => new Phone(world, machine, name, true)),
      ...SPARE.map((name) => new Phone(world, machine, name, false)),
    ],
    desks: ['laptop', 'teacher phone'].map((name) => new Desk(world, machine, name)),
    screen: new Client<ScreenView, never>(world, machine, 'screen', 'projector'),
  };
}

/** Crashes, another server that thinks the session is its own, and somebody who scans a ticket. */
function trouble({ world, machine, phones, desks }: Cast): void {
  const chance = world.chance('trouble');
  const again = () =>
    world.timeline.after(chance.between(1_000, 8_000), () => {
      if (world.calm) return;
      if (chance.happens(0.1)) void machine.crash();
      if (chance.happens(0.05)) foreign(world, chance);
      const ticket = desks.flatMap(({ tickets }) => tickets).at(-1);
      if (ticket !== undefined && chance.happens(0.4)) chance.pick(phones).takeSeat(ticket);
      again();
    });
  again();
}

function foreign({ disk, freshId }: World, chance: Chance): void {
  if (disk.events.some(({ event }) => event.type === 'session-ended')) return;
  void disk.elsewhere(freshId('elsewhere'), { type: chance.pick(['room-locked', 'room-unlocked']) });
}

function told({ world, machine }: Cast, seed: number, steps: number): Story {
  const count = (type: string) => world.disk.events.filter(({ event }) => event.type === type).length;
  return {
    seed,
    steps,
    findings: world.findings,
    events: world.disk.events.length,
    answers: count('submitted'),
    reveals: count('step-revealed'),
    asides: { expected: count('predicted'), hints: count('hint-given'), soon: count('closing-soon') },
    crashes: machine.crashes,
    waits: count('time-over'),
    lasted: Math.round(world.timeline.now),
  };
}
