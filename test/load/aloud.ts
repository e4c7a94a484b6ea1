import * as v from 'valibot';
import type { Step } from '#shared/lessons/lesson';
import { readingTime, type Text } from '#shared/text';

/** What a teacher says before a step is opened: what a slide shows too. */
export function saidBefore({ kind, config, task, note }: Step): readonly Text[] {
  const slide = v.safeParse(v.object({ lines: v.array(v.record(v.string(), v.string())) }), config);
  const lines: readonly Text[] = kind === 'slide' && slide.success ? slide.output.lines : [];
  return [...(note?.say ? [note.say] : []), task, ...lines];
}

/** What a teacher says once a step's answer is told. */
export const saidAfter = ({ explanation, note }: Step): readonly Text[] => [
  explanation,
  ...(note?.ask ? [note.ask] : []),
];

const MINUTE = 60_000;

const inMinutes = (ms: number) => (ms / MINUTE).toFixed(1);

/** A teacher who reads what is to be said at every step, and lets a break last as long as it does. */
export class Aloud {
  private read = 0;
  private rested = 0;
  private readonly began: number;

  /** `speed`: how many of the class's minutes pass in one; `now` and `wait`, in ms, are of the clock on the wall. */
  constructor(
    private readonly speed: number,
    private readonly now: () => number,
    private readonly wait: (ms: number) => Promise<unknown>,
  ) {
    this.began = now();
  }

  before = async (step: Step, answers: boolean): Promise<void> => {
    await this.say(saidBefore(step));
    if (answers || step.seconds === null) return;
    this.rested += step.seconds * 1_000;
    await this.wait((step.seconds * 1_000) / this.speed);
  };

  after = (step: Step): Promise<void> => this.say(saidAfter(step));

  /** How long it took, in the class's minutes. */
  summary(): string {
    const all = (this.now() - this.began) * this.speed;
    const play = all - this.read - this.rested;
    const parts = [`${inMinutes(play)} min of play`, `${inMinutes(this.read)} of reading aloud`];
    if (this.rested > 0) parts.push(`${inMinutes(this.rested)} of breaks`);
    return `${parts.join(', ')}: ${inMinutes(all)} min in all`;
  }

  private async say(texts: readonly Text[]): Promise<void> {
    const ms = readingTime(texts);
    this.read += ms;
    await this.wait(ms / this.speed);
  }
}
