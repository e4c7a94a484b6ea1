import { isDeepStrictEqual } from 'node:util';
import { replay } from '#shared/session/evolve';
import type { SessionState } from '#shared/session/state';
import { common, pulse, rosterRow, type ScreenView } from '#shared/session/views';
import { plain } from '../support/fold';
import { ownOnPhone } from '../support/own';
import type { Client } from './client';
import type { Desk } from './desk';
import type { Machine } from './machine';
import type { Phone } from './phone';
import { boardFrom, retell } from './retelling';
import { TimeTold } from './time-told';
import { SESSION, type World } from './world';

export interface Cast {
  readonly world: World;
  readonly machine: Machine;
  readonly phones: readonly Phone[];
  readonly desks: readonly Desk[];
  readonly screen: Client<ScreenView, never>;
}

type Names = (row: string) => string;

/** What must be true once nothing is under way any more; what is not becomes a finding. */
export async function judge(cast: Cast): Promise<void> {
  const { world, machine } = cast;
  const rows = await world.disk.names(SESSION);
  const names = (row: string) => rows.get(row) ?? '';
  const truth = replay(world.disk.events);
  judgeLog(world, truth);
  if (!machine.room) return world.found('the server did not come back');
  if (!isDeepStrictEqual(plain(machine.room.state), plain(truth)))
    world.found('the room holds another state than the log');
  for (const phone of cast.phones) judgePhone(world, phone, truth, names);
  for (const desk of cast.desks) judgeDesk(cast, desk, truth, names);
  if (!isDeepStrictEqual(cast.screen.common, view(truth, 'screen', names)))
    world.found('the projector shows the past');
  judgeTime(world);
}

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const view = (state: SessionState, role: 'phone' | 'screen' | 'desk', names: Names) =>
  json(common(state, role, names));

function judgeLog(world: World, truth: SessionState): void {
  const told = retell(world.disk.events, world.lesson);
  for (const sentence of told.wrong) world.found(sentence);
  const shown = truth.board.map(({ rank, seat, points }) => `${rank} ${seat} ${points}`);
  const expected = boardFrom(told, world.lesson);
  if (!isDeepStrictEqual(shown, expected)) world.found('the board is not the fold of the log');
  const held = truth.steps.map(({ predictions, hints }) => ({ predictions, hints }));
  const said = told.steps.map(({ predictions, hints }) => ({ predictions, hints }));
  if (!isDeepStrictEqual(held, said))
    world.found('what was expected, or hinted at, is not what the log says');
}

/** No acked answer lost, none counted twice, nor an expectation; one that is said again logs nothing. */
function judgeAnswers(world: World, phone: Phone): void {
  for (const [id, request] of phone.acked) {
    if (
      request.type === 'predict' &&
      world.disk.events.filter(({ command }) => command?.endsWith(`/${id}`)).length > 1
    )
      world.found('an expectation is in the log twice');
    if (request.type !== 'submit') continue;
    const logged = world.disk.events.filter(({ command }) => command?.endsWith(`/${id}`));
    if (logged.length !== 1) world.found(`an acked answer is in the log ${logged.length} times`);
  }
}

/** Without what a seat is to a class that tunes together: a server tells that as it is reckoned, and no state knows it. */
const toldByState = (own: Phone['own']): Phone['own'] =>
  own?.step ? { ...own, step: { ...own.step, part: null } } : own;

function judgePhone(world: World, phone: Phone, truth: SessionState, names: Names): void {
  judgeAnswers(world, phone);
  const seat = truth.tokens.get(phone.token);
  const joined = [...phone.acked.values()].some(({ type }) => type !== 'submit');
  if (joined && seat === undefined && !truth.moved.has(phone.token)) world.found('an acked join has no seat');
  if (seat === undefined || truth.seats.get(seat)?.kicked) return;
  if (phone.pending > 0) world.found('a command has no ack although all is quiet');
  if (!phone.connected) return world.found(`a phone did not come back: ${phone.refusal ?? 'no reason'}`);
  if (!isDeepStrictEqual(phone.common, view(truth, 'phone', names)))
    world.found('a phone shows the past of the class');
  if (!isDeepStrictEqual(toldByState(phone.own), json(ownOnPhone(truth, seat, names))))
    world.found('a phone shows its own past');
}

function judgeDesk({ world, machine }: Cast, desk: Desk, truth: SessionState, names: Names): void {
  if (!isDeepStrictEqual(desk.common, view(truth, 'desk', names))) world.found('a desk shows the past');
  const here = (seat: string) => machine.reception?.here(seat) ?? false;
  const presence = { here, drafts: new Map<string, unknown>() };
  const rows = [...truth.seats.keys()].map((seat) => rosterRow(truth, seat, names, presence));
  if (!isDeepStrictEqual(new Set(desk.roster.values()), new Set(rows)))
    world.found("a desk's list is out of date");
  const { seats, here: connected, answered } = pulse(truth, presence);
  const counters = desk.pulse && {
    seats: desk.pulse.seats,
    here: desk.pulse.here,
    answered: desk.pulse.answered,
  };
  if (!isDeepStrictEqual(counters, { seats, here: connected, answered }))
    world.found("a desk's counters are out of date");
}

/** Time itself has done what it had to do. */
function judgeTime(world: World): void {
  const told = new TimeTold(world.disk.events, world.lesson);
  for (const sentence of told.wrong) world.found(sentence);
  if (told.overdue) world.found('a step stays open after the time of everybody');
}
