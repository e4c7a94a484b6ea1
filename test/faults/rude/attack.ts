import { PROTOCOL } from '#shared/version';
import type { Rng } from '#shared/rng';
import type { Address } from '../../../demo/phone';
import { inFlight } from '../../load/in-flight';
import type { Past } from '../../support/past';
import { freshToken } from '../../support/player';
import { RawWire } from '../raw-wire';

/** What a device that misbehaves is up against. */
export interface Round {
  /** The room of a class that plays. */
  readonly target: Address;
  /** A session that is over, and can be looked back at. */
  readonly past: Past;
  /** How long it may go on, s. */
  readonly seconds: number;
  /** Decides what is left to chance. */
  readonly random: Rng;
  /** How many of what it opens many of. */
  readonly many: number;
  /** Another one in each round. */
  readonly name: string;
}

/** How a round ended: the server cut the device off, or let it go on. */
export type End = 'cut off' | 'kept';

/** The same, with what the device saw. */
export interface Told {
  readonly end: End;
  readonly told: string;
  /** What it was let do and should not have been, a sentence each. */
  readonly faults: readonly string[];
}

/** One way in which a device misbehaves. */
export interface Attack {
  /** The row of the issue that it belongs to, for the table. */
  readonly row: number;
  /** How many of what it opens, in the short form and the long one. */
  readonly many?: { readonly short: number; readonly long: number };
  /** It waits more than it does, and is left to the long form; so long, s. */
  readonly takes?: number;
  /** So long in the short form and the long one, s; left out: as long as others. */
  readonly seconds?: { readonly short: number; readonly long: number };
  /** It is none of the server's business to end it. */
  readonly isKept?: true;
  /** It is about trainings: the class races, and how long its reveal waits is measured. */
  readonly races?: true;
  /** Misbehaves until it is cut off, or its time is over. */
  readonly play: (round: Round) => Promise<End | Told>;
}

/** A websocket over which nobody has said who they are. */
export async function knock({ url, code }: Address): Promise<RawWire> {
  const wire = RawWire.upgraded(url, code);
  await wire.until(() => wire.heard.length > 0);
  return wire;
}

export const helloOf = ({ code, build }: Address, token = freshToken()): string =>
  `40${JSON.stringify({ protocol: PROTOCOL, build, role: 'phone', code, token })}`;

/** A websocket of a phone in the lobby. */
export async function enter(target: Address): Promise<RawWire> {
  const wire = await knock(target);
  wire.say(helloOf(target));
  await wire.until(() => wire.heard.some((text) => text.startsWith('4')));
  return wire;
}

const OPENING_AT_ONCE = 25;

/** Opens so many. */
export async function openMany(count: number, open: () => Promise<RawWire>): Promise<RawWire[]> {
  const wires: RawWire[] = [];
  await inFlight(Array.from({ length: count }), OPENING_AT_ONCE, async () => wires.push(await open()));
  return wires;
}

/** Writes the same as fast as it is taken. */
export async function flood(wire: RawWire, bytes: Buffer, { seconds }: Round): Promise<End> {
  await wire.flood(bytes, seconds);
  const end = wire.closed ? 'cut off' : 'kept';
  wire.destroy();
  return end;
}

/** A piece of some 60 kB. */
export const plenty = (frame: Buffer): Buffer =>
  Buffer.concat(Array<Buffer>(Math.ceil(60_000 / frame.length)).fill(frame));

/** Waits until the server has closed all of them, or `seconds` are over. */
export async function allClosed(wires: readonly RawWire[], seconds: number): Promise<End> {
  const over = new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  await Promise.race([Promise.all(wires.map((wire) => wire.until(() => wire.closed))), over]);
  const end = wires.every(({ closed }) => closed) ? 'cut off' : 'kept';
  for (const wire of wires) wire.destroy();
  return end;
}
