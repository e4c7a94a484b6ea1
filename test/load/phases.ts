import type { Lateness } from './lateness';
import { latenessOf } from './lateness';
import { cpuOf, memoryOf } from './process';
import type { Session } from './school';
import { noTraffic, type Traffic } from './traffic';

/** What one part of a run showed: how long each phone waited, and what it cost. Times in ms, memory in kB. */
export interface Phase {
  readonly name: string;
  /** What was waited for, one for each phone. */
  readonly waits: readonly number[];
  readonly traffic: Traffic;
  readonly cpu: number;
  /** Null: this server is not watched. */
  readonly late: Lateness | null;
  readonly memory: number;
}

/** Counters still come for a quarter of a second after the last change; they belong to what caused them, ms. */
const SETTLE = 400;

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Measures a server phase by phase; what passes through `traffic` meanwhile belongs to the present one. */
export class Stopwatch {
  traffic: Traffic = noTraffic();

  constructor(private readonly session: Session) {}

  /** Plays a phase; `play` answers with what each phone waited, and what else is to be known. */
  async phase<More>(
    name: string,
    play: () => Promise<{ readonly waits: readonly number[] } & More>,
  ): Promise<Phase & More> {
    const { pid, watch } = this.session;
    const traffic = (this.traffic = noTraffic());
    if (watch !== null) await latenessOf(watch);
    const before = cpuOf(pid);
    const played = await play();
    await pause(SETTLE);
    const late = watch === null ? null : await latenessOf(watch);
    return { ...played, name, traffic, cpu: cpuOf(pid) - before, late, memory: memoryOf(pid).now };
  }
}
