import type { Contestant, Ready } from './contestant';

/** How one contestant did: ms of CPU for one epoch of one run in every round, or why it did not take part. */
export type Result = { readonly name: string } & (
  | { readonly times: readonly number[]; readonly parameters: readonly ArrayLike<number>[] | null }
  | { readonly cannot: string }
);

/** Trainings that nobody sees: the first ones run while they are compiled. */
const WARM_UPS = 3;

interface Entered {
  readonly name: string;
  readonly ready: Ready;
  readonly times: number[];
}

const resultOf = ({ name, ready, times }: Entered): Result => ({
  ...{ name, times },
  parameters: ready.parameters?.() ?? null,
});

/** Everybody trains once a round, one after the other; every round starts with another contestant. */
async function race(entered: readonly Entered[], rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < entered.length; i++) {
      const { ready, times } = entered[(i + round) % entered.length] as Entered;
      times.push(await ready.measure());
    }
  }
}

/** Lets everybody warm up, and then train in every round. Results stand as contestants do. */
export async function playRounds<Workload>(
  workload: Workload,
  contestants: readonly Contestant<Workload>[],
  rounds: number,
): Promise<Result[]> {
  const entered: Entered[] = [];
  const absent: Result[] = [];
  for (const { name, prepare } of contestants) {
    const ready = await prepare(workload);
    if ('cannot' in ready) absent.push({ name, ...ready });
    else entered.push({ name, ready, times: [] });
  }
  for (let i = 0; i < WARM_UPS; i++) for (const { ready } of entered) await ready.measure();
  await race(entered, rounds);
  const all = [...entered.map(resultOf), ...absent];
  return contestants.flatMap(({ name }) => all.find((result) => result.name === name) ?? []);
}
