import type { EventOf } from '#shared/session/events';
import type { Journal } from '../../journal';
import type { Entry, SessionLog } from './port';

/** A log that tells the journal of sessions that begin and end, and when the disk stops and starts to take commits. */
export function watched(log: SessionLog, journal: Journal): SessionLog {
  let failing = false;
  const took = (taken: boolean) => {
    if (failing !== taken) return;
    failing = !taken;
    journal({ event: taken ? 'storage-recovered' : 'storage-failed' });
  };
  return {
    ...log,
    append: async (entries) => {
      const appended = await log.append(entries);
      // A conflict or a taken name is the answer of a disk that works.
      took(appended.outcome !== 'failed');
      if (appended.outcome === 'durable') for (const entry of entries) tell(entry, journal);
      return appended;
    },
    probe: async () => {
      const committed = await log.probe();
      took(committed);
      return committed;
    },
  };
}

function tell({ session, events }: Entry, journal: Journal): void {
  for (const { event } of events) {
    if (event.type === 'session-created') journal({ event: 'session-started', session });
    if (event.type === 'end-undone') journal({ event: 'session-taken-up', session });
    if (event.type === 'session-ended') journal({ event: 'session-ended', session, ...why(event) });
  }
}

const why = ({ why: reason }: EventOf<'session-ended'>) => (reason === undefined ? {} : { why: reason });
