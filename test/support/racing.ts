import { race } from '#shared/activities/race/index';
import type { Lesson } from '#shared/lessons/lesson';
import type { Ack, DeskRequest } from '#shared/protocol';
import type { DeskView, PhoneView } from '#shared/session/views';
import type { Engine } from './engine';
import { lessonOf, single } from './lesson';
import type { Player } from './player';

const { config } = race.examples[0] as (typeof race.examples)[0];

/** A race of small networks with as many attempts as a race can have, and no countdown. */
export const raceLesson: Lesson = lessonOf(
  single({ id: 'race', kind: 'race', seconds: null, config: { ...config, samples: 20, attempts: 20 } }),
);

/** A configuration by its number of epochs. */
export const configuration = (epochs: number) => ({ layers: [1], rate: 0.1, epochs });

/** A session that races, as its people see it. */
export interface Race {
  readonly id: string;
  readonly code: string;
  readonly desk: Player<DeskView>;
  /** What has to be accepted. */
  readonly drive: (...requests: readonly DeskRequest[]) => Promise<void>;
  readonly join: (name: string, token?: string) => Promise<Player<PhoneView>>;
}

/** The race of a session that runs already. */
export async function raceIn(engine: Engine, id: string, code: string): Promise<Race> {
  const desk = engine.desk(id);
  await desk.arrived();
  const drive = async (...requests: readonly DeskRequest[]) => {
    for (const request of requests) demand(await desk.command(request), request.type);
  };
  const join = async (name: string, token?: string) => {
    const phone = engine.phone(code, token);
    await phone.arrived();
    demand(await phone.command({ type: 'join', name }), 'join');
    await phone.until(({ own }) => own !== null);
    return phone;
  };
  return { id, code, desk, drive, join };
}

/** A new session whose race is open: the first step of `lesson`. */
export async function openRace(engine: Engine, lesson: Lesson = raceLesson): Promise<Race> {
  const { id, code } = await engine.create(lesson);
  const opened = await raceIn(engine, id, code);
  await opened.drive(
    { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
    { type: 'open', step: 0 },
  );
  return opened;
}

export const submit = (phone: Player<PhoneView>, epochs: number): Promise<Ack> =>
  phone.command({ type: 'submit', step: 0, submission: configuration(epochs) });

/** Submits what has to be accepted. */
export async function send(phone: Player<PhoneView>, ...epochs: readonly number[]): Promise<void> {
  const acks = await Promise.all(epochs.map((one) => submit(phone, one)));
  for (const ack of acks) demand(ack, 'submit');
}

function demand(ack: Ack, what: string): void {
  if (!ack.ok) throw new Error(`${what} was refused: ${ack.code}`);
}
