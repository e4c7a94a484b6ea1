import { isDeepStrictEqual } from 'node:util';
import { begin, evolve } from '#shared/session/evolve';
import type { LoggedEvent, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import type { OwnView } from '#shared/session/views';
import { ownOnPhone } from '../../support/own';
import type { Submitted } from './answers';
import { doubled, lost, wrong, type Finding } from './finding';
import type { PhoneHistory } from './told';

/** Plays the log and looks at every phone's screen where it was read: at each reveal, and at the end. */
export function shownWrongly(
  phones: readonly PhoneHistory[],
  log: readonly LoggedEvent[],
  names: (row: string) => string,
): Finding[] {
  const [first, ...rest] = log;
  if (!first) return [wrong('the log is empty')];
  const state = begin(first);
  const standing = new Standing();
  const findings: Finding[] = [];
  for (const record of rest) {
    findings.push(...standing.after(state, record));
    evolve(state, record);
    const { event } = record;
    if (event.type !== 'step-revealed') continue;
    findings.push(...standing.against(state, event.step));
    for (const { seat, revealed } of phones)
      findings.push(
        ...differences(`at the reveal of step ${event.step}`, revealed.get(event.step), state, seat, names),
      );
  }
  for (const { seat, end } of phones)
    findings.push(...differences('at the end', end ?? undefined, state, seat, names));
  return findings;
}

/** Which answer has to count, from the order of the log alone: the last one, or where only one is taken that one. */
class Standing {
  readonly #last = new Map<string, Submitted>();

  after(state: SessionState, record: LoggedEvent): Finding[] {
    const { event, seq } = record;
    if (event.type !== 'submitted') return [];
    const key = `${event.step} ${event.seat}`;
    const step = state.steps[event.step];
    const before = step?.answers.get(event.seat);
    this.#last.set(key, { ...record, event });
    const again = step?.activity.answers?.counts === 'first' && before?.vote === step.vote;
    return again
      ? [doubled(`a second answer of ${event.seat} to step ${event.step} is in the log at ${seq}`)]
      : [];
  }

  /** A step's answers are the last ones; what failed to train gave way to the one before it. */
  against(state: SessionState, index: number): Finding[] {
    const step = state.steps[index];
    return [...this.#last.values()]
      .filter(({ event }) => event.step === index)
      .filter(({ event }) => event.job === null || step?.jobs.get(event.job.key)?.status !== 'failed')
      .filter(({ event, seq }) => step?.answers.get(event.seat)?.seq !== seq)
      .map(({ event, seq }) => lost(`the answer of ${event.seat} at ${seq} does not count in step ${index}`));
  }
}

/** Where a phone's screen is not what the log folds to. */
function differences(
  when: string,
  shown: OwnView | undefined,
  state: SessionState,
  seat: SeatId,
  names: (row: string) => string,
): Finding[] {
  if (!shown) return [];
  const told = JSON.parse(JSON.stringify(ownOnPhone(state, seat, names))) as OwnView | null;
  if (!told) return [wrong(`${when} ${seat} showed something and has no seat`)];
  const [seen, due] = [foldable(shown), foldable(told)];
  const parts: readonly (readonly [string, unknown, unknown])[] = [
    ['place', seen.place, due.place],
    ['answer', seen.step?.submission, due.step?.submission],
    ['result', seen.step?.result, due.step?.result],
    ['screen', seen, due],
  ];
  const part = parts.find(([, is, should]) => !isDeepStrictEqual(is, should));
  if (!part) return [];
  const [name, is, should] = part;
  return [
    wrong(`${when} ${seat} showed the ${name} ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`),
  ];
}

/** What the log folds to: of a class that is one network a seat's part is reckoned while it is open, and not written. */
const foldable = ({ step, ...view }: OwnView): OwnView => ({
  ...view,
  step: step && { ...step, part: null },
});
