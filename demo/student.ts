import type { ErrorCode } from '#shared/errors';
import type { PhoneRequest } from '#shared/protocol';
import type { Rng } from '#shared/rng';
import type { StepView } from '#shared/session/views';
import { known, moodOf, plan } from './answers';
import { turned } from './knobs';
import type { Phone } from './phone';
import type { Tally } from './tally';

export interface Character {
  /** How often it knows the answer, 0 to 1. */
  readonly skill: number;
  /** 1 is as fast as people. */
  readonly pace: number;
  readonly random: Rng;
}

/** Thinking takes a share of the countdown, but nobody thinks longer than this, s. */
const LONGEST_THOUGHT = 60;
const UNTIMED = 30;
/** Between two movements of a slider, ms. */
const MOVEMENT = 700;
/** The share of steps in which the Wi-Fi fails a student. */
const CUT_OFF = 0.04;

/** What is open for answers on this phone right now: another value is another round. */
export function roundOf({ common, own }: Pick<Phone, 'common' | 'own'>): string | null {
  const step = common?.step;
  const seen = own?.step;
  if (!step || step.phase !== 'open' || seen?.index !== step.index || seen.view === null) return null;
  return `${step.index}/${step.vote}`;
}

/** Comes in, under the first of `names` that is free, and plays until it is sent away or the session ends. */
export async function attend(
  phone: Phone,
  names: Iterator<string, never>,
  character: Character,
  tally: Tally,
): Promise<void> {
  if (!(await join(phone, names, tally))) return;
  let played: string | null = null;
  for (;;) {
    await phone.until(() => phone.over || ![null, played].includes(roundOf(phone)));
    if (phone.over) return;
    played = roundOf(phone);
    const step = phone.common?.step;
    if (step && played !== null) await new Turn(phone, character, tally, step, played).play();
  }
}

async function join(phone: Phone, names: Iterator<string, never>, tally: Tally): Promise<boolean> {
  for (;;) {
    const refusal = await send(phone, { type: 'join', name: names.next().value });
    if (refusal === null) return true;
    if (refusal === 'name-taken') continue;
    tally.away(refusal);
    return false;
  }
}

async function send(phone: Phone, request: PhoneRequest): Promise<ErrorCode | null> {
  const ack = await phone.command(request);
  return ack.ok ? null : ack.code;
}

/** One student in one step. */
class Turn {
  constructor(
    private readonly phone: Phone,
    private readonly character: Character,
    private readonly tally: Tally,
    private readonly step: StepView,
    private readonly round: string,
  ) {}

  async play(): Promise<void> {
    const { skill, random } = this.character;
    const found = known(this.step);
    if (!found) return this.tally.unknown(this.step.title.en);
    const mood = moodOf(skill, random);
    if (random.unit() < CUT_OFF) this.phone.cutOff();
    if (mood === null) return;
    let at: unknown = found.drafts ? found.answers.bots.constant(random, '') : null;
    for (const answer of plan(found, mood, this.phone.own?.step?.view, random)) {
      await this.pause(this.thought());
      if (found.drafts) for (const position of turned(at, answer)) await this.move(position);
      if (!this.open()) return;
      this.tally.answered(
        await send(this.phone, { type: 'submit', step: this.step.index, submission: answer }),
      );
      at = answer;
      await this.phone.until(() => !this.open() || !this.training());
    }
  }

  private open = (): boolean => roundOf(this.phone) === this.round;

  private training(): boolean {
    return this.phone.own?.step?.runs.some(({ state }) => state === 'training') ?? false;
  }

  private async move(position: unknown): Promise<void> {
    if (!this.open()) return;
    this.phone.draft(this.step.index, position);
    await this.pause(MOVEMENT * (0.5 + this.character.random.unit()));
  }

  /** Between a twentieth and half of the countdown, ms; most are in the middle. */
  private thought(): number {
    const { random } = this.character;
    const total = this.step.countdown ? this.step.countdown.total / 1_000 : UNTIMED;
    const share = 0.05 + 0.45 * ((random.unit() + random.unit()) / 2);
    return 1_000 * share * Math.min(total, LONGEST_THOUGHT);
  }

  /** Lets time pass at the student's pace, or less if the round ends. */
  private async pause(ms: number): Promise<void> {
    const waiting: { timer?: NodeJS.Timeout } = {};
    const passed = new Promise<void>((resolve) => {
      waiting.timer = setTimeout(resolve, ms / this.character.pace);
    });
    await Promise.race([passed, this.phone.until(() => !this.open())]);
    clearTimeout(waiting.timer);
  }
}
