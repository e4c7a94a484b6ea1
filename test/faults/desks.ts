import { isDeepStrictEqual } from 'node:util';
import type { Ack, DeskRequest } from '#shared/protocol';
import type { Lesson } from '#shared/lessons/lesson';
import type { LoggedEvent } from '#shared/session/events';
import type { DeskView } from '#shared/session/views';
import { rng, type Rng } from '#shared/rng';
import type { Player } from '../support/player';
import { deskOf } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { TwoTabs } from './tabs';
import { pause, within } from './within';
import { lessons } from '../support/lessons';

/** Seconds until both desks show what has happened. */
const PATIENCE = 20;
/** Two people press the same button within so many ms of each other. */
const APART = 30;
/** A desk takes five commands a second for long. */
const BREATH = 250;

const short = lessons.find(({ id }) => id === 'primi-passi') as Lesson;
/** Choices and gates, which take a bot's answer in one piece. */
const lesson: Lesson = { ...short, steps: short.steps.slice(0, 5) };

/** The teacher's tab dies in every phase; two desks press the same buttons; a student has the page open twice. */
export const desks: Fault = { play };

async function play({ seed, say }: Form): Promise<Taken> {
  const hall = await openHall(lesson);
  const pair = await Pair.open(hall, rng(seed, 'desks'));
  const tabs = await TwoTabs.open(hall, seed);
  const acked: number[] = [];
  try {
    for (let phase = pair.phase; phase !== 'podium'; phase = pair.phase) {
      await pair.reopen(phase);
      const step = pair.step;
      if (phase === 'open' && step !== null) {
        acked[step] = await tabs.answer(step);
        await pair.freeze(step);
      }
      await pair.press();
      if (pair.phase === 'revealed')
        await tabs.see(`the reveal of step ${step}`, ({ common }) => common?.step?.phase === 'revealed');
    }
    await pair.reopen('podium');
    await tabs.see('the podium', ({ common }) => common?.stage.at === 'podium');
    const { seat } = tabs;
    tabs.close();
    pair.close();
    await hall.server.stop();
    const { events } = await hall.written();
    say(
      `a desk died in ${pair.phases.size} phases (${[...pair.phases].join(', ')}); ${pair.pressed} buttons pressed twice`,
    );
    return {
      findings: [...pair.findings, ...tabs.findings, ...orderly(events), ...counted(events, seat, acked)],
    };
  } finally {
    tabs.close();
    pair.close();
    await hall.server.remove();
  }
}

/** Two desks of one session that show the same. */
class Pair {
  readonly findings: string[] = [];
  readonly phases = new Set<string>();
  pressed = 0;

  private constructor(
    private readonly hall: Hall,
    private readonly random: Rng,
    private first: Player<DeskView>,
    private readonly second: Player<DeskView>,
  ) {}

  static async open(hall: Hall, random: Rng): Promise<Pair> {
    const pair = new Pair(hall, random, deskOf(hall), deskOf(hall));
    await pair.agree('the lobby', () => true);
    return pair;
  }

  /** What the second desk, which never dies, shows. */
  get phase(): string {
    const { stage, step } = this.second.common ?? {};
    if (stage?.at !== 'step') return stage?.at ?? 'nothing';
    return step?.countdown?.frozen ? 'frozen' : (step?.phase ?? 'nothing');
  }

  get step(): number | null {
    return this.second.common?.step?.index ?? null;
  }

  /** The first desk's tab is gone without a word, and is opened again. */
  async reopen(phase: string): Promise<void> {
    this.phases.add(phase);
    this.first.socket.io.engine.close();
    this.first = deskOf(this.hall);
    await this.agree(`phase ${phase} after a tab died`, () => true);
  }

  /** Freezes, in both desks at once, and lets go, with a tab that dies in between. */
  async freeze(step: number): Promise<void> {
    await this.both({ type: 'freeze', step }, () => this.phase === 'frozen');
    await this.reopen('frozen');
    await this.both({ type: 'unfreeze', step }, () => this.phase === 'open');
  }

  /** Each presses the big button that it shows. */
  async press(): Promise<void> {
    const next = this.second.common?.next;
    const before = this.second.seq;
    if (next) await this.both(next, () => this.second.seq > before);
  }

  close(): void {
    for (const desk of [this.first, this.second]) desk.close();
  }

  private async both(request: DeskRequest, happened: () => boolean): Promise<void> {
    const acks = await Promise.all([this.first, this.second].map((desk) => this.ask(desk, request)));
    this.pressed += 1;
    const taken = acks.filter(({ ok }) => ok).length;
    if (taken !== 1) this.findings.push(`two desks that pressed ${request.type} were obeyed ${taken} times`);
    await this.agree(request.type, happened);
    await pause(BREATH);
  }

  private async ask(desk: Player<DeskView>, request: DeskRequest): Promise<Ack> {
    await pause(this.random.unit() * APART);
    return desk.command(request);
  }

  private agree(what: string, happened: () => boolean): Promise<unknown> {
    const same = () => this.first.common !== null && isDeepStrictEqual(this.first.common, this.second.common);
    const holds = () => same() && happened();
    const looks = [this.first, this.second].map((desk) => desk.until(holds));
    return within(PATIENCE, `both desks showing the same: ${what}`, Promise.race(looks));
  }
}

/** Every step was entered, opened, closed and revealed once, in the order of the lesson. */
function orderly(events: readonly LoggedEvent[]): string[] {
  const told = events.flatMap(({ event }) => {
    if (event.type === 'stage-entered')
      return [`${event.stage.at} ${'step' in event.stage ? event.stage.step : ''}`];
    return ['step-opened', 'step-closed', 'step-revealed'].includes(event.type) && 'step' in event
      ? [`${event.type} ${event.step}`]
      : [];
  });
  const expected = lesson.steps.flatMap((_, i) => [
    ...[`step ${i}`, `step-opened ${i}`, `step-closed ${i}`, `step-revealed ${i}`, `board ${i}`],
  ]);
  const at = [...expected, 'podium '].findIndex((one, i) => told[i] !== one);
  const rest = told.slice(expected.length + 1);
  if (at >= 0) return [`the log tells ${told[at] ?? 'nothing'} as the ${at + 1}th move`];
  return rest.length === 0 ? [] : [`the log tells more moves: ${rest.join(', ')}`];
}

/** Whichever tab answered, each acked answer is in the log once. */
function counted(events: readonly LoggedEvent[], seat: string, acked: readonly number[]): string[] {
  return acked.flatMap((count, step) => {
    const logged = events.filter(
      ({ event }) => event.type === 'submitted' && event.seat === seat && event.step === step,
    );
    return logged.length === count
      ? []
      : [`two tabs were acked ${count} answers to step ${step} and the log has ${logged.length}`];
  });
}
