import { derive, rng, type Seed } from '#shared/rng';
import { names } from './names';
import { Phone, type Address } from './phone';
import type { Rehearsal } from './rehearsal';
import { attend } from './student';
import { Tally } from './tally';

/** A join every so often, ms: a class does not come in through the door in one instant. */
const DOOR = 80;

export interface Crowd {
  readonly phones: readonly Phone[];
  readonly tally: Tally;
  /** Resolves when everybody is done: the session ended, or they were sent away. */
  readonly done: Promise<void>;
  readonly leave: () => void;
}

/** Lets `students` come one after the other, weaker and stronger ones mixed, and play. */
export function gather(
  address: Address,
  rehearsal: Rehearsal,
  { students, speed, seed }: { readonly students: number; readonly speed: number; readonly seed: Seed },
): Crowd {
  const tally = new Tally();
  const phones: Phone[] = [];
  const offered = names(seed);
  const skills = rng(seed, 'skills');
  const door: { timer?: NodeJS.Timeout; left: boolean } = { left: false };
  const come = async (i: number): Promise<void> => {
    if (i >= students || door.left) return;
    const phone = new Phone(address);
    phones.push(phone);
    const character = {
      skill: 0.2 + 0.75 * skills.unit(),
      speed,
      seed: derive(seed, `${i}`),
      random: rng(derive(seed, `${i}`), 'student'),
    };
    const attending = attend(phone, offered, character, { rehearsal, tally });
    await new Promise<void>((resolve) => (door.timer = setTimeout(resolve, DOOR / speed)));
    await Promise.all([attending, come(i + 1)]);
  };
  const done = come(0);
  return {
    phones,
    tally,
    done,
    leave: () => {
      door.left = true;
      for (const phone of phones) phone.close();
    },
  };
}
