import type { Fault, Form, Taken } from './fault';
import { attacks } from './rude/attacks';
import { faultsOf, figuresOf, lineOf, slowNewcomers, type Outcome } from './rude/outcome';
import { Scene, type Scale } from './rude/scene';
import { playTries } from './rude/tries';

const SHORT: Scale = { phones: 10, newcomers: 0, past: 20, seconds: 0.3, rest: 0.1 };
/** A class that answers, and a school that comes in. */
const LONG: Scale = { phones: 30, newcomers: 1_000, past: 500, seconds: 4, rest: 1 };

/** What is tried once; then a device that misbehaves in each way in turn, beside a class that answers. */
export const rude: Fault = { play };

async function play(form: Form): Promise<Taken> {
  const worked = await playTries(form.say);
  const outcomes: Outcome[] = [];
  for (const names of scenesOf(form.long)) outcomes.push(...(await playScene(names, form)));
  const faults = outcomes.flatMap((outcome) => faultsOf(outcome, form.long));
  const findings = [...worked, ...faults, ...slowNewcomers(outcomes)];
  return { findings, figures: figuresOf(outcomes) };
}

/** The ways, by the server that suffers them: in the long form each has one that has not suffered yet. */
function scenesOf(long: boolean): string[][] {
  const ways = Object.entries(attacks);
  return long
    ? ways.map(([name]) => [name])
    : [ways.filter(([, { takes }]) => takes === undefined).map(([name]) => name)];
}

async function playScene(names: readonly string[], { seed, long, say }: Form): Promise<Outcome[]> {
  const scene = await Scene.open(long ? LONG : SHORT, seed);
  const outcomes: Outcome[] = [];
  try {
    say(await scene.begin());
    for (const name of names) {
      const outcome = await scene.suffer(name, { seed, long });
      outcomes.push(outcome);
      say(lineOf(outcome));
    }
  } finally {
    await scene.close();
  }
  return outcomes;
}
