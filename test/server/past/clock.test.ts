import { describe, expect, it } from 'vitest';
import type { LoggedEvent, SessionEvent } from '#shared/session/events';
import { clockIn } from '../../../server/past/clock';
import { lessonOf, single } from '../../support/lesson';
import { classOf, created } from '../../support/session';

/** A log that began at this time of the world. */
function logAt(wall: string): LoggedEvent[] {
  const first = created(lessonOf(single()));
  return [{ ...first, event: { ...first.event, wall } as SessionEvent }];
}

const HOUR = 3_600_000;

function said(zone: string, log: readonly LoggedEvent[], time = 0) {
  const at = clockIn(zone, log).at(time);
  return at && [at.year, at.month, at.day, at.hour, at.minute, at.second].join(' ');
}

describe('a clock during a session', () => {
  it.each([
    ['Europe/Rome', '2026 11 27 0 30 0'],
    ['America/New_York', '2026 11 26 18 30 0'],
    ['Asia/Kolkata', '2026 11 27 5 0 0'],
    ['UTC', '2026 11 26 23 30 0'],
  ])('in %s shows the day and the hour there', (zone, expected) => {
    expect(said(zone, logAt('2026-11-26T23:30:00.000Z'))).toBe(expected);
  });

  it('goes on with the session, to the second', () => {
    expect(said('Europe/Rome', logAt('2026-11-26T23:30:00.000Z'), 61_999)).toBe('2026 11 27 0 31 1');
  });

  it('is put forward in the night in which clocks are', () => {
    const log = logAt('2026-03-29T00:30:00.000Z');
    expect(said('Europe/Rome', log)).toBe('2026 3 29 1 30 0');
    expect(said('Europe/Rome', log, HOUR)).toBe('2026 3 29 3 30 0');
  });

  it('shows midnight as 0', () => {
    expect(said('Europe/Rome', logAt('2026-11-26T23:00:00.000Z'))).toBe('2026 11 27 0 0 0');
  });

  it('is a clock of UTC, and says so, where nobody knows the zone', () => {
    const clock = clockIn('Mars/Olympus', logAt('2026-11-26T23:30:00.000Z'));
    expect(clock.zone).toBe('UTC');
    expect(clock.at(0)?.hour).toBe(23);
  });

  it('tells nothing of what came after a restart: nobody has noted how long no server ran', () => {
    const room = classOf(lessonOf(single()), ['ada']).opened(0).wait(5_000);
    room.server({ type: 'resume' });
    const resumed = room.log.find(({ event }) => event.type === 'session-resumed')?.at ?? 0;
    const clock = clockIn('Europe/Rome', room.log);
    expect(clock.at(resumed - 1)).not.toBeNull();
    expect(clock.at(resumed)).toBeNull();
  });
});
