import type { Reading } from '../../activities/activity';
import type { SeatId } from '../events';
import type { ClassReading, StepLedger } from '../state';

/** Where each seat stands in a reading. */
const places = new WeakMap<ClassReading, ReadonlyMap<SeatId, number>>();

function placesIn(reading: ClassReading): ReadonlyMap<SeatId, number> {
  const known = places.get(reading) ?? new Map(reading.seats.map((seat, place) => [seat, place]));
  places.set(reading, known);
  return known;
}

/** What networks said of what a seat has handed in; null: it was not among what they read. */
export function readingOf({ reading, activity }: StepLedger, seat: SeatId): Reading | null {
  const place = reading ? placesIn(reading).get(seat) : undefined;
  if (!reading || !activity.reads || place === undefined) return null;
  const { parts } = activity.reads;
  const of = reading.seats.length;
  const networks = reading.readers.map((reader) => {
    // A result in which not everything has its class tells nothing of anybody.
    if (reader.status !== 'done' || reader.heard.read.length !== of * parts) return null;
    const { open, read } = reader.heard;
    return { open, said: read.slice(place * parts, (place + 1) * parts) };
  });
  return { place, of, networks };
}
