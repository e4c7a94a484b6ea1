import type { BotName } from '#shared/activities/bound';
import type { DeskRequest, DraftPacket } from '#shared/protocol';
import { rng } from '#shared/rng';
import { replay } from '#shared/session/evolve';
import type { Stage } from '#shared/session/events';
import type { StepState } from '#shared/session/state';
import type { DeskView, ScreenView } from '#shared/session/views';
import type { Engine } from '../support/engine';
import type { Player } from '../support/player';
import { inFlight } from './in-flight';

/** How a class answers: half know the idea, some guess, some always say the same, one in ten says nothing. */
const skills: readonly (BotName | null)[] = [
  ...(['knows', 'random', 'knows', 'random', 'knows', 'constant', 'knows', 'random', 'knows'] as const),
  null,
];

const JOINING_AT_ONCE = 25;

export interface SchoolClass {
  readonly id: string;
  readonly code: string;
  readonly desk: Player<DeskView>;
  readonly screen: Player<ScreenView>;
  readonly phones: readonly Player[];
  /** Everything that any of its clients was sent, as text. */
  readonly heard: string[];
  /** Answers that were acked so far, by their seq. */
  readonly acked: number[];
}

/** Starts a session and seats `size` students, whose names all begin with `school`. */
export async function gather(engine: Engine, size: number, school: string): Promise<SchoolClass> {
  const { id, code } = await engine.create();
  const [desk, screen] = [engine.desk(id), engine.screen(id)];
  const phones = Array.from({ length: size }, () => engine.phone(code));
  const heard: string[] = [];
  for (const client of [desk, screen, ...phones]) overhear(client, heard);
  await Promise.all([desk.arrived(), screen.arrived()]);
  await inFlight([...phones.entries()], JOINING_AT_ONCE, async ([i, phone]) => {
    await phone.arrived();
    await accepted(phone.command({ type: 'join', name: `${school} ${i + 1}` }));
    await phone.until(({ own }) => own !== null);
  });
  return { id, code, desk, screen, phones, heard, acked: [] };
}

function overhear({ socket }: Pick<Player, 'socket'>, heard: string[]): void {
  socket.onAny((...message: unknown[]) => heard.push(JSON.stringify(message)));
}

/** Plays the lesson from its lobby to the podium; `afterBoard` is told of every board that is shown. */
export async function playLesson(
  engine: Engine,
  school: SchoolClass,
  afterBoard: (step: number) => Promise<void>,
): Promise<void> {
  const { steps } = replay(await engine.log.read(school.id));
  let stage: Stage = { at: 'lobby' };
  const go = async (drive: Drive, to: Stage) => {
    await drive({ type: 'go', from: stage, to });
    stage = to;
    const shown = JSON.stringify(to);
    await school.desk.until(({ common }) => JSON.stringify(common?.stage) === shown);
  };
  for (const [index, step] of steps.entries()) {
    const drive = await anotherDesk(engine, school);
    await go(drive, { at: 'step', step: index });
    if (!step.activity.answers) continue;
    await drive({ type: 'open', step: index });
    await shownToAll(school, ({ own }) => own?.step?.index === index && own.step.view !== null);
    await tune(school, index, step);
    await answer(school, index, step);
    await drive({ type: 'close', step: index });
    await drive({ type: 'reveal', step: index });
    await shownToAll(school, ({ common }) => common?.step?.phase === 'revealed' && common.top !== null);
    await go(drive, { at: 'board', step: index });
    await afterBoard(index);
  }
  await go(await anotherDesk(engine, school), { at: 'podium' });
  await shownToAll(school, ({ common }) => common?.stage.at === 'podium');
}

type Drive = (request: DeskRequest) => Promise<number>;

/** A test presses the desk's buttons faster than one desk may: each step is driven from another device. */
async function anotherDesk(engine: Engine, { id, heard }: SchoolClass): Promise<Drive> {
  const desk = engine.desk(id);
  overhear(desk, heard);
  await desk.arrived();
  return (request) => accepted(desk.command(request));
}

/** Everybody moves the sliders, and the projector counts each of them. */
async function tune({ phones, screen }: SchoolClass, index: number, { activity }: StepState): Promise<void> {
  if (!activity.drafts) return;
  for (const [i, { socket }] of phones.entries())
    for (const moment of ['first', 'second']) {
      const draft = activity.answers?.bots.random(rng(`${i}`, `${moment} draft of ${index}`), '');
      tell(socket, { step: index, draft });
    }
  await screen.until(({ pulse }) => tunedIn(pulse?.picture) === phones.length);
}

/** Between two positions of one phone, ms. A class of a test goes through its steps faster than sliders may move. */
const PACE = 250;

/** Tells where a phone's sliders are, again and again while that is too fast. */
const tell = (socket: Player['socket'], packet: DraftPacket): void =>
  void socket.emit('draft', packet, () => setTimeout(() => tell(socket, packet), PACE));

/** How many positions a gate's picture is of: an open one draws each line once. */
const tunedIn = (picture: unknown): number => (picture as { all?: number } | null)?.all ?? 0;

/** Everybody but the silent answers at once; where the last answer counts, many think again. */
async function answer(school: SchoolClass, index: number, { activity }: StepState): Promise<void> {
  await Promise.all(
    school.phones.map(async (phone, i) => {
      const skill = skills[i % skills.length] ?? null;
      if (skill === null) return;
      const { answers } = activity;
      if (!answers) return;
      const made = (bot: BotName) =>
        answers.inParts(answers.bots[bot](rng(`${i}`, `${bot} answer of ${index}`), ''));
      // What is handed in in parts is begun once.
      const again = answers.counts === 'last' && made(skill).length === 1 && i % 3 === 0;
      for (const submission of [...(again ? made('random') : []), ...made(skill)])
        school.acked.push(await accepted(phone.command({ type: 'submit', step: index, submission })));
    }),
  );
}

const shownToAll = ({ phones }: SchoolClass, holds: (phone: Player) => boolean) =>
  Promise.all(phones.map((phone) => phone.until(holds)));

async function accepted(ack: ReturnType<Player['command']>): Promise<number> {
  const outcome = await ack;
  return outcome.ok ? outcome.seq : never(outcome.code);
}

function never(why: string): never {
  throw new Error(why);
}
