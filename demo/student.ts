import type { BotName } from '#shared/activities/bound';
import { expectationOf, FORESEEING, moodOf, thoughtOf } from '#shared/activities/simulated';
import type { Turn } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { PhoneRequest } from '#shared/protocol';
import { derive, type Rng, type Seed } from '#shared/rng';
import type { StepView } from '#shared/session/views';
import type { Phone } from './phone';
import { turnsFor, type Rehearsal } from './rehearsal';
import type { Tally } from './tally';

export interface Character {
  /** How often it knows the answer, 0 to 1. */
  readonly skill: number;
  /** 1 is as fast as people. */
  readonly speed: number;
  readonly seed: Seed;
  readonly random: Rng;
}

/** Where a student hears what to hand in, and tells how it went. */
export interface Surroundings {
  readonly rehearsal: Rehearsal;
  readonly tally: Tally;
}

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

/** What this phone is asked right now, an answer, a tap or what it expects of a step: another value is another question. */
export function questionOf(phone: Pick<Phone, 'common' | 'own'>): string | null {
  const step = phone.common?.step;
  if (!step || phone.own?.step?.index !== step.index) return roundOf(phone);
  if (step.phase === 'shown' && step.taps) return `${step.index}/tap`;
  return step.phase === 'waiting' && step.prediction !== null ? `${step.index}/before` : roundOf(phone);
}

/** Comes in, under the first of `names` that is free, and plays until it is sent away or the session ends. */
export async function attend(
  phone: Phone,
  names: Iterator<string, never>,
  character: Character,
  around: Surroundings,
): Promise<void> {
  if (!(await join(phone, names, around.tally))) return;
  let played: string | null = null;
  for (;;) {
    await phone.until(() => phone.over || ![null, played].includes(questionOf(phone)));
    if (phone.over) return;
    played = questionOf(phone);
    const step = phone.common?.step;
    if (step && played !== null) await new Question(phone, character, around, step, played).meet();
  }
}

async function join(phone: Phone, names: Iterator<string, never>, tally: Tally): Promise<boolean> {
  for (;;) {
    const refusal = await send(phone, { type: 'join', name: names.next().value });
    if (refusal === null) return true;
    if (refusal === 'name-taken' || refusal === 'name-reserved') continue;
    tally.away(refusal);
    return false;
  }
}

async function send(phone: Phone, request: PhoneRequest): Promise<ErrorCode | null> {
  const ack = await phone.command(request);
  return ack.ok ? null : ack.code;
}

/** One student before one step, or in it. */
class Question {
  constructor(
    private readonly phone: Phone,
    private readonly character: Character,
    private readonly around: Surroundings,
    private readonly step: StepView,
    /** As `questionOf` names it. */
    private readonly name: string,
  ) {}

  async meet(): Promise<void> {
    const { skill, random } = this.character;
    const mood = moodOf(skill, random);
    if (random.unit() < CUT_OFF) this.phone.cutOff();
    if (mood === null) return;
    if (this.step.phase === 'waiting') await this.expect();
    else if (this.step.phase === 'shown') await this.tap();
    else await this.answer(mood);
  }

  private async expect(): Promise<void> {
    const { random } = this.character;
    const { index, prediction } = this.step;
    await this.pause(thoughtOf(FORESEEING, random));
    if (!prediction || !this.open()) return;
    const expected = expectationOf(
      prediction.options.map(({ id }) => id),
      random,
    );
    this.around.tally.expected(await send(this.phone, { type: 'predict', step: index, ...expected }));
  }

  private async tap(): Promise<void> {
    await this.pause(thoughtOf(FORESEEING, this.character.random));
    if (this.open()) this.phone.draft(this.step.index, true);
  }

  private async answer(mood: BotName): Promise<void> {
    for (const { drafts, submission } of await this.turns(mood)) {
      await this.pause(this.thought());
      for (const position of drafts) await this.move(position);
      if (!this.open()) return;
      this.around.tally.answered(
        await send(this.phone, { type: 'submit', step: this.step.index, submission }),
      );
      await this.phone.until(() => !this.open() || !this.training());
    }
  }

  /** What to hand in; nothing if the step is over before the server has said so. */
  private async turns(mood: BotName): Promise<readonly Turn[]> {
    const { index } = this.step;
    const seat = this.phone.own?.seat ?? '';
    const seed = derive(this.character.seed, this.name);
    const turns = await turnsFor(this.around.rehearsal, { seat, step: index, mood, seed });
    if (turns.ok) return turns.value;
    if (turns.error !== 'step-not-open') this.around.tally.answered(turns.error);
    return [];
  }

  private open = (): boolean => questionOf(this.phone) === this.name;

  private training(): boolean {
    return this.phone.own?.step?.runs.some(({ state }) => state === 'training') ?? false;
  }

  private async move(position: unknown): Promise<void> {
    if (!this.open()) return;
    this.phone.draft(this.step.index, position);
    await this.pause(MOVEMENT * (0.5 + this.character.random.unit()));
  }

  private thought(): number {
    return thoughtOf(this.step.countdown?.total ?? null, this.character.random);
  }

  /** Lets time pass at the student's speed, or less if nobody asks any more. */
  private async pause(ms: number): Promise<void> {
    const waiting: { timer?: NodeJS.Timeout } = {};
    const passed = new Promise<void>((resolve) => {
      waiting.timer = setTimeout(resolve, ms / this.character.speed);
    });
    await Promise.race([passed, this.phone.until(() => !this.open())]);
    clearTimeout(waiting.timer);
  }
}
