import type { Ack, DeskRequest, PhoneRequest } from '#shared/protocol';
import type { DeskView, ScreenView } from '#shared/session/views';
import { freshToken, Player } from '../support/player';
import type { Session } from './school';

/** Phones behind one address of this computer: a school. A hall of thousands comes from several. */
const SCHOOL = 1_000;

/** The clients of one session, on real sockets. */
export interface Clients {
  readonly desk: Player<DeskView>;
  readonly screen: Player<ScreenView>;
  readonly code: string;
  /** `mark`: of a page that was opened before, null: none; left out, it opens the page first. */
  readonly newPhone: (mark?: string | null) => Player;
  readonly close: () => void;
}

/** Opens desk and projector; phones follow one by one. */
export async function openClients({ url, build, id, code, cookie, screenKey }: Session): Promise<Clients> {
  const desk = new Player<DeskView>(
    url,
    { role: 'desk', session: id, code },
    { build, headers: { cookie, origin: url } },
  );
  const screen = new Player<ScreenView>(
    url,
    { role: 'screen', session: id, key: screenKey, code },
    { build },
  );
  const phones: Player[] = [];
  for (const client of [desk, screen]) connected(await client.arrived());
  await desk.until(({ common }) => common !== null);
  return {
    ...{ desk, screen, code },
    newPhone: (mark) => {
      const from = `127.0.0.${1 + Math.floor(phones.length / SCHOOL)}`;
      const phone = new Player(
        url,
        { role: 'phone', code, token: freshToken() },
        mark === undefined
          ? { build, from, marked: true }
          : { build, from, headers: mark === null ? {} : { cookie: mark } },
      );
      phones.push(phone);
      return phone;
    },
    close: () => {
      for (const client of [desk, screen, ...phones]) client.close();
    },
  };
}

/** Takes a seat; resolves once the phone has its own screen. */
export async function takeSeat(phone: Player, name: string): Promise<void> {
  connected(await phone.arrived());
  await letIn(phone, name);
  await phone.until(({ own }) => own !== null);
}

/** A hall of thousands behind one address comes in more slowly after the first ones. */
async function letIn(phone: Player, name: string): Promise<void> {
  for (;;) {
    const ack = await phone.command({ type: 'join', name });
    if (ack.ok) return;
    if (ack.code !== 'too-many-seats') throw new Error(`join was refused: ${ack.code}`);
    await new Promise((resolve) => setTimeout(resolve, ack.after));
  }
}

type Accepted = Extract<Ack, { ok: true }>;

/** Sends a request that must be accepted. */
export async function accepted(
  client: Pick<Player, 'command'>,
  request: DeskRequest | PhoneRequest,
  id?: string,
): Promise<Accepted> {
  const ack = await client.command(request, id);
  if (!ack.ok) throw new Error(`${request.type} was refused: ${ack.code}`);
  return ack;
}

function connected(refusal: string | null): void {
  if (refusal !== null) throw new Error(`a client was refused: ${refusal}`);
}
