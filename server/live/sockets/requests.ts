import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { ErrorCode } from '#shared/errors';
import { deskRequestSchema, phoneRequestSchema, type DeskRequest, type PhoneRequest } from '#shared/protocol';
import { err, ok, type Result } from '#shared/result';
import type { Hash, Origin, SeatId } from '#shared/session/events';
import type { SentCommand } from '../sent-command';
import { hashOf } from '../../accounts/secrets';
import { parseName, type Name } from '../names';

const freshId = () => randomBytes(9).toString('base64url');

/** A phone's request; a desk's one gets `not-allowed`, anything else `bad-packet`. */
export function parsePhoneRequest(raw: unknown): Result<PhoneRequest, ErrorCode> {
  const parsed = v.safeParse(phoneRequestSchema, raw);
  if (parsed.success) return ok(parsed.output);
  return err(v.is(deskRequestSchema, raw) ? 'not-allowed' : 'bad-packet');
}

export function parseDeskRequest(raw: unknown): Result<DeskRequest, ErrorCode> {
  const parsed = v.safeParse(deskRequestSchema, raw);
  if (parsed.success) return ok(parsed.output);
  return err(v.is(phoneRequestSchema, raw) ? 'not-allowed' : 'bad-packet');
}

const claimOf = ({ text, folded }: Name) => ({ row: freshId(), text, folded });

/** Whose request it is. */
interface Sender {
  readonly token: Hash;
  readonly seat: SeatId | null;
  /** Left out: the simulated class comes from nowhere. */
  readonly origin?: Origin;
}

/** The command that a phone's request asks for. Secrets are replaced by hashes, and ids begin with their sender. */
export function phoneCommand(
  id: string,
  request: PhoneRequest,
  { token, seat, origin = {} }: Sender,
): Result<SentCommand, ErrorCode> {
  switch (request.type) {
    case 'join': {
      const name = parseName(request.name);
      if (!name.ok) return name;
      const claim = claimOf(name.value);
      const command = { type: 'join', seat: freshId(), name: claim.row, token, ...origin } as const;
      return ok({ id: `join/${token}/${id}`, actor: { role: 'newcomer', command }, claim });
    }
    case 'take-seat': {
      const command = { type: 'take-seat', ticket: hashOf(request.ticket), token, ...origin } as const;
      return ok({ id: `take/${token}/${id}`, actor: { role: 'newcomer', command }, claim: null });
    }
    case 'predict':
    case 'submit': {
      if (seat === null) return err('seat-unknown');
      return ok({ id: `${seat}/${id}`, actor: { role: 'seat', seat, command: request }, claim: null });
    }
  }
}

export function deskCommand(id: string, request: DeskRequest): Result<SentCommand, ErrorCode> {
  const sent = (
    command: Extract<SentCommand['actor'], { role: 'host' }>['command'],
    claim: SentCommand['claim'] = null,
  ) => ok({ id: `host/${id}`, actor: { role: 'host', command }, claim } as const);
  if (request.type === 'rename') {
    const name = parseName(request.name);
    if (!name.ok) return name;
    const claim = claimOf(name.value);
    return sent({ type: 'rename', seat: request.seat, name: claim.row }, claim);
  }
  if (request.type === 'issue-ticket') return sent({ ...request, ticket: hashOf(request.ticket) });
  return sent(request);
}
