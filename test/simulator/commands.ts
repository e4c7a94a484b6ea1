import type { DeskRequest, PhoneRequest } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { SentCommand } from '../../server/live/sent-command';
import { fold } from '../../server/live/names';

const claimOf = (row: string, text: string) => ({ row, text, folded: fold(text) });

/** What a phone's request means to a room; rows and seats are named after the command, so that nothing is random. */
export function phoneCommand(
  id: string,
  request: PhoneRequest,
  { token, seat }: { readonly token: string; readonly seat: SeatId | null },
): SentCommand | null {
  switch (request.type) {
    case 'join': {
      const claim = claimOf(`row-${id}`, request.name);
      const command = { type: 'join', seat: `seat-${id}`, name: claim.row, token } as const;
      return { id: `join/${token}/${id}`, actor: { role: 'newcomer', command }, claim };
    }
    case 'take-seat': {
      const command = { type: 'take-seat', ticket: request.ticket, token } as const;
      return { id: `take/${token}/${id}`, actor: { role: 'newcomer', command }, claim: null };
    }
    case 'predict':
    case 'submit':
      return seat === null
        ? null
        : { id: `${seat}/${id}`, actor: { role: 'seat', seat, command: request }, claim: null };
  }
}

export function deskCommand(id: string, request: DeskRequest): SentCommand {
  const claim = request.type === 'rename' ? claimOf(`row-${id}`, request.name) : null;
  const command = request.type === 'rename' && claim ? { ...request, name: claim.row } : request;
  return { id: `host/${id}`, actor: { role: 'host', command }, claim };
}
