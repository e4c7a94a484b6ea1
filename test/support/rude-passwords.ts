import { EventEmitter, on } from 'node:events';
import { Browser } from './browser';

/** What strangers try, again and again. */
interface Attack {
  readonly base: string;
  /** The name that they want to lock. */
  readonly name: string;
  /** One stranger behind each; the server takes them from a proxy in front. */
  readonly addresses: readonly string[];
}

/** How many of a stranger's requests are under way. */
const AT_ONCE = 4;

/** What was answered, by its status. */
export type Answers = Readonly<Record<number, number>>;

export interface Guessing {
  /** Waits until so many were answered. */
  readonly answered: (least: number) => Promise<void>;
  readonly end: () => Promise<Answers>;
}

/** Strangers who send wrong passwords as fast as they are answered: every other one for the teacher's name. */
export function beginGuessing({ base, name, addresses }: Attack): Guessing {
  const answers: Record<number, number> = {};
  const told = new EventEmitter();
  let over = false;
  let count = 0;
  const guessOn = async (address: string, id: string) => {
    const browser = new Browser(base);
    for (let i = 0; !over; i++) {
      const body = { name: i % 2 === 0 ? name : `${id} ${i}`, password: `guess ${i}` };
      const { status } = await browser.post('/api/sign-in', body, { 'x-forwarded-for': address });
      answers[status] = (answers[status] ?? 0) + 1;
      told.emit('answer', (count += 1));
    }
  };
  const going = addresses.flatMap((address) =>
    Array.from({ length: AT_ONCE }, (_, i) => guessOn(address, `${address} ${i}`)),
  );
  return {
    answered: async (least) => {
      for await (const [sofar] of on(told, 'answer')) if (Number(sofar) >= least) return;
    },
    end: async () => {
      over = true;
      await Promise.all(going);
      return answers;
    },
  };
}
