import * as v from 'valibot';
import type { ErrorCode } from '#shared/errors';
import { commandSchema, draftSchema, type Ack } from '#shared/protocol';
import type { Guesses } from '../../accounts/guesses';
import type { Gate } from './gate';
import { draftGap, type Limits } from './limits';
import type { LiveSocket, Person } from './person';
import { deskIntent, parseDeskRequest, parsePhoneRequest, phoneIntent } from './requests';
import { refusalOf } from './refusal';
import { send, sendAway, type Wire } from './wire';

type Phone = Extract<Person, { role: 'phone' }>;
type Desk = Extract<Person, { role: 'desk' }>;

export interface HandlerPorts {
  readonly wire: Wire;
  readonly gate: Gate;
  readonly teacherOf: (cookie: string | undefined) => Promise<string | null>;
  readonly limits: Limits;
  /** Wrong secrets, by network. */
  readonly secrets: Guesses;
  /** A bug, told to whoever keeps the server; never with a name or a token. */
  readonly onBug: (error: unknown) => void;
}

const refused = (code: ErrorCode): Ack => ({ ok: false, code });

/** Sits a phone down on its seat: from now on it gets the class's frames and its own. */
export function sit(socket: LiveSocket, person: Phone, seat: string, wire: Wire): void {
  // It may have gone while its command was on the way to the disk.
  if (!socket.connected) return;
  if (person.seat !== seat || !socket.data.seated) {
    if (socket.data.seated && person.seat !== null) {
      wire.leave(socket, person.seat);
      person.room.leave(person.seat);
    }
    person.seat = seat;
    socket.data.seated = true;
    person.room.arrive(seat);
  }
  greet(socket, person, wire);
}

const seatOf = (person: Person) => (person.role === 'phone' ? person.seat : null);

/** Sends everything that this person may see now; what changes from then on follows. */
export function greet(socket: LiveSocket, person: Person, wire: Wire): void {
  const seat = seatOf(person);
  person.room.welcome(person.role, seat, (frame) => {
    if (!socket.connected || seatOf(person) !== seat) return;
    if (person.role === 'phone') {
      const refusal = refusalOf(person.room.state, person.token, seat);
      if (refusal) return sendAway(socket, refusal);
      // Its secret has just taken another seat: it is greeted there.
      const now = person.room.state.tokens.get(person.token) ?? null;
      if (now !== null && now !== seat) return sit(socket, person, now, wire);
    }
    send(socket, 'frame', frame);
    if (person.role !== 'phone' || seat !== null) wire.enter(socket, person.role, seat);
    if (person.role === 'phone') return;
    const { pulse, roster } = person.room.pulses.now();
    send(socket, 'pulse', pulse);
    if (person.role === 'desk') send(socket, 'roster', roster);
  });
}

/** Wires one socket's events; whatever arrives is parsed first, and a bug costs an error ack, not the server. */
export function listen(socket: LiveSocket, person: Person, ports: HandlerPorts): void {
  socket.on('command', (...given: unknown[]) => {
    const answer = ackOf(given);
    if (!answer) return;
    if (!ports.limits.takeCommand(person)) return answer(refused('too-fast'));
    if (given.length !== 2) return answer(refused('bad-packet'));
    if (!ports.gate.enter()) return answer(refused('server-stopping'));
    const [packet] = given;
    void handle(socket, person, packet, ports)
      .catch((error: unknown) => {
        ports.onBug(error);
        return refused('server-failed');
      })
      .then(answer)
      .finally(() => ports.gate.leave());
  });
  socket.on('draft', (packet: unknown) => {
    if (person.role === 'phone') tune(socket, person, packet, ports.limits);
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

/** Takes a draft, or tells once how long to wait between two of them. */
function tune(socket: LiveSocket, person: Phone, packet: unknown, limits: Limits): void {
  const { room, seat } = person;
  if (seat === null) return;
  const gap = draftGap(room.state.seats.size);
  if (limits.takeDraft(person, gap)) {
    const parsed = v.safeParse(draftSchema, packet);
    if (parsed.success) room.tune(seat, parsed.output.step, parsed.output.draft);
  } else if (socket.data.gap !== gap) {
    socket.data.gap = gap;
    socket.emit('pace', gap);
  }
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
  { wire, secrets }: HandlerPorts,
): Promise<Ack> {
  const request = parsePhoneRequest(raw);
  if (!request.ok) return refused(request.error);
  const { room } = person;
  if (request.value.type === 'join' && person.seat !== null) return { ok: true, seq: room.state.seq };
  const intent = phoneIntent(id, request.value, person);
  if (!intent.ok) return refused(intent.error);
  const ack = await room.execute(intent.value, socket);
  if (!ack.ok && ack.code === 'ticket-invalid' && !secrets.take(person.network))
    return refused('too-many-guesses');
  const seat = room.state.tokens.get(person.token);
  if (ack.ok && request.value.type !== 'submit' && seat !== undefined) sit(socket, person, seat, wire);
  return ack;
}

async function handleDesk(person: Desk, id: string, raw: unknown, { teacherOf }: HandlerPorts): Promise<Ack> {
  const request = parseDeskRequest(raw);
  if (!request.ok) return refused(request.error);
  if ((await teacherOf(person.cookie)) !== person.room.state.host) return refused('signed-out');
  const intent = deskIntent(id, request.value);
  return intent.ok ? person.room.execute(intent.value) : refused(intent.error);
}
