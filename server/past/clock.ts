import type { LoggedEvent } from '#shared/session/events';
import type { Clock, WallTime } from '#shared/session/tables';

/** Where nobody knows a zone. */
const EVERYWHERE = 'UTC';

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const times = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en', { timeZone, ...parts, ...times });
}

/** The zone as it is known here, and how its clocks are read; of one that is not known here, UTC. */
function known(zone: string): { readonly zone: string; readonly format: Intl.DateTimeFormat } {
  try {
    return { zone, format: formatOf(zone) };
  } catch {
    return { zone: EVERYWHERE, format: formatOf(EVERYWHERE) };
  }
}

/**
 * A clock in a time zone (IANA) during a session. The session's own time stands still while no server runs, and nobody
 * has noted for how long: what came after a restart has no time of day.
 */
export function clockIn(zone: string, log: readonly LoggedEvent[]): Clock {
  const [first] = log;
  const began = first?.event.type === 'session-created' ? Date.parse(first.event.wall) : NaN;
  const stopped = log.find(({ event }) => event.type === 'session-resumed')?.at ?? Infinity;
  const { zone: shown, format } = known(zone);
  const at = (time: number) =>
    Number.isNaN(began) || time >= stopped ? null : wallTime(format, began + time);
  return { zone: shown, at };
}

function wallTime(format: Intl.DateTimeFormat, instant: number): WallTime {
  const parts = format.formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return {
    ...{ year: of('year'), month: of('month'), day: of('day') },
    ...{ hour: of('hour'), minute: of('minute'), second: of('second') },
  };
}
