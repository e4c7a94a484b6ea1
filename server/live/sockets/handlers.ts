import * as v from 'valibot';
import type { ErrorCode } from '#shared/errors';
import { commandSchema, draftSchema, type Ack } from '#shared/protocol';
import type { Guesses } from '../../accounts/guesses';
import type { Metrics } from '../../metrics/port';
import type { Arrivals } from './arrivals';
import type { InFlight } from './in-flight';
import { draftGap, type Limits } from './limits';
import type { LiveSocket, Person } from './person';
import { deskCommand, parseDeskRequest, parsePhoneRequest, phoneCommand } from './requests';
import type { Wire } from './wire';

type Phone = Extract<Person, { role: 'phone' }>;
type Desk = Extract<Person, { role: 'desk' }>;

export interface HandlerPorts {
  readonly wire: Wire;
  readonly inFlight: InFlight;
  /** The teacher whose sign-in that is; null: it is over. */
  readonly holderOf: (signIn: string) => Promise<string | null>;
  readonly limits: Limits;
  readonly arrivals: Arrivals;
  /** Told of a session in which new seats are asked for faster than they are given. */
  readonly onCrowd: (session: string) => void;
  /** Wrong secrets, by network. */
  readonly secrets: Guesses;
  readonly metrics: Metrics;
  /** A bug, told to whoever keeps the server; never with a name or a token. */
  readonly onBug: (error: unknown) => void;
}

const refused = (code: ErrorCode): Ack => ({ ok: false, code });

/** Wires one socket's events; whatever arrives is parsed first, and a bug costs an error ack, not the server. */
export function listen(socket: LiveSocket, person: Person, ports: HandlerPorts): void {
  socket.on('command', (...given: unknown[]) => {
    const send = ackOf(given);
    if (!send) return;
    const measured = ports.metrics.arrived(person.role);
    const answer = (ack: Ack) => {
      send(ack);
      measured(ack);
    };
    if (!ports.limits.takeCommand(person)) return answer(refused('too-fast'));
    if (given.length !== 2) return answer(refused('bad-packet'));
    if (!ports.inFlight.begin()) return answer(refused('server-stopping'));
    const [packet] = given;
    void handle(socket, person, packet, ports)
      .catch((error: unknown) => {
        ports.onBug(error);
        return refused('server-failed');
      })
      .then(answer)
      .finally(() => ports.inFlight.end());
  });
  socket.on('draft', (...given: unknown[]) => {
    const refusal = person.role === 'phone' ? tune(socket, person, given[0], ports) : 'not-allowed';
    if (refusal) ackOf(given)?.(refused(refusal));
  });
  socket.on('probe', (...given: unknown[]) => {
    const last = given.at(-1);
    if (typeof last === 'function') (last as () => void)();
  });
  socket.onAny((event: string, ...given: unknown[]) => {
    if (!known.has(event)) ackOf(given)?.(refused('bad-packet'));
  });
}

/** How to answer, if the sender asked for an answer. */
function ackOf(given: readonly unknown[]): ((outcome: Ack) => void) | null {
  const last = given.at(-1);
  return typeof last === 'function' ? (last as (outcome: Ack) => void) : null;
}

/** Takes a draft, or says why not, and once how long to wait between two of them. */
function tune(
  socket: LiveSocket,
  person: Phone,
  packet: unknown,
  { limits, wire }: HandlerPorts,
): ErrorCode | null {
  const { room, seat } = person;
  if (seat === null) return 'seat-unknown';
  const gap = draftGap(wire.students);
  if (!limits.takeDraft(person, gap)) {
    if (socket.data.gap !== gap) socket.emit('draft-gap', gap);
    socket.data.gap = gap;
    return 'too-fast';
  }
  const parsed = v.safeParse(draftSchema, packet);
  if (!parsed.success) return 'bad-packet';
  if ('warmUp' in parsed.output) room.warmUp(seat, parsed.output.warmUp);
  else room.tune(seat, parsed.output.step, parsed.output.draft);
  return null;
}

const known = new Set(['command', 'draft', 'probe']);

async function handle(
  socket: LiveSocket,
  person: Person,
  packet: unknown,
  ports: HandlerPorts,
): Promise<Ack> {
  const parsed = v.safeParse(commandSchema, packet);
  if (!parsed.success) return refused('bad-packet');
  const { id, request } = parsed.output;
  switch (person.role) {
    case 'phone':
      return handlePhone(socket, person, id, request, ports);
    case 'desk':
      return handleDesk(person, id, request, ports);
    case 'screen':
      return refused('not-allowed');
  }
}

async function handlePhone(
  socket: LiveSocket,
  person: Phone,
  id: string,
  raw: unknown,
  { wire, secrets, arrivals, onCrowd }: HandlerPorts,
): Promise<Ack> {
  const request = parsePhoneRequest(raw);
  if (!request.ok) return refused(request.error);
  const { room, token } = person;
  const isSeated = request.value.type === 'submit' || request.value.type === 'predict';
  const origin = isSeated ? {} : arrivals.originOf(person);
  const command = phoneCommand(id, request.value, { ...person, origin });
  if (!command.ok) return refused(command.error);
  if (isSeated) return room.execute(command.value, socket.id);
  // Who has a seat takes none by asking again.
  const isNew = request.value.type === 'join' && !(await room.knows(token));
  const after = isNew ? arrivals.take(person) : 0;
  if (after > 0) {
    onCrowd(room.id);
    return { ok: false, code: 'too-many-seats', after };
  }
  const { ack, seat } = await room.comeIn(command.value, token);
  if (isNew && !ack.ok) arrivals.giveBack(person);
  if (!ack.ok && ack.code === 'ticket-invalid' && !(await secrets.wrong(person.network)))
    return refused('too-many-guesses');
  if (seat !== null) wire.sit(socket, seat);
  return ack;
}

async function handleDesk(person: Desk, id: string, raw: unknown, { holderOf }: HandlerPorts): Promise<Ack> {
  const request = parseDeskRequest(raw);
  if (!request.ok) return refused(request.error);
  if ((await holderOf(person.signIn)) !== person.room.host) return refused('signed-out');
  const command = deskCommand(id, request.value);
  return command.ok ? person.room.execute(command.value) : refused(command.error);
}
