import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { WorkRequest } from '../work';

/** A request on its way to another machine: the same there bit for bit. */
export interface Packed {
  /** The same request has the same one, and no other has. */
  readonly print: string;
  /** JSON, deflated, in base64. */
  readonly text: string;
}

/** Where a number stands in a request: its property's names, and then its places in that list. */
type Zeros = readonly [path: readonly string[], places: readonly number[]];

interface Written {
  readonly request: WorkRequest;
  /** What is -0 there: JSON writes both zeros alike. */
  readonly negative: readonly Zeros[];
}

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Made for speed: a request may hold a hundred thousand numbers, and this runs beside the sockets. */
function placesOf(numbers: readonly unknown[]): number[] {
  const places: number[] = [];
  for (let i = 0; i < numbers.length; i++) if (Object.is(numbers[i], -0)) places.push(i);
  return places;
}

function negativeZeros(value: unknown, path: readonly string[] = []): Zeros[] {
  if (typeof value !== 'object' || value === null) return [];
  const places = Array.isArray(value) ? placesOf(value) : [];
  const here: Zeros[] = places.length > 0 ? [[path, places]] : [];
  const isPlain = Array.isArray(value) && typeof value[0] === 'number';
  const within = isPlain ? [] : Object.entries(value);
  const single = Array.isArray(value) ? [] : within.filter(([, one]) => Object.is(one, -0));
  return [
    ...here,
    ...single.map(([name]): Zeros => [[...path, name], []]),
    ...within.flatMap(([name, one]) => negativeZeros(one, [...path, name])),
  ];
}

/** What may be set by its name: a list goes by its places. */
type Holder = Record<string, unknown>;

function restore(request: unknown, [path, places]: Zeros): void {
  const way = places.length > 0 ? path : path.slice(0, -1);
  const holder = way.reduce((at, name) => (at as Holder)[name], request) as Holder;
  for (const place of places.length > 0 ? places : path.slice(-1)) holder[place] = -0;
}

/** What deflating takes is none of the main thread's time. */
export async function pack(request: WorkRequest): Promise<Packed> {
  const json = JSON.stringify({ request, negative: negativeZeros(request) } satisfies Written);
  const print = createHash('sha256').update(json).digest('base64url');
  return { print, text: (await deflate(json, { level: 1 })).toString('base64') };
}

/** Throws on what is none. */
export async function unpack(text: string): Promise<WorkRequest> {
  const json = (await inflate(Buffer.from(text, 'base64'))).toString('utf8');
  const { request, negative } = JSON.parse(json) as Written;
  for (const zeros of negative) restore(request, zeros);
  return request;
}
