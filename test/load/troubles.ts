import { findStrace, slowingSyncs } from '../faults/strace';
import { quantile, type Line } from './figures';
import { drive, lessonToPlay } from './rounds';
import { anotherSession, openSchool } from './school';

/** A laptop's disk: every sync takes so much longer, ms. */
const SLOW = 10;

const line = (name: string, waits: readonly number[], most: number): Line => ({
  ...{ name, unit: 'ms', bare: null, target: { most }, value: quantile(waits, 0.95) },
});

/** A question while every sync of the server is slowed; null where strace, which slows it, is not to be had. */
export async function onSlowDisk(phones: number): Promise<Line | null> {
  if (!findStrace()) return null;
  const { lesson, ...asked } = lessonToPlay();
  const school = await openSchool(lesson, [...slowingSyncs(SLOW), process.execPath]);
  const run = await drive({ session: school.session, phones, ...asked, more: null }).finally(school.stop);
  return line('live.ack-p95-slow-disk-ms', run.choice.waits, 35);
}

/** A question while the training pool is full and a review of a class of the same size is read again and again. */
export async function whileBusy(phones: number): Promise<Line> {
  const { lesson, more, ...asked } = lessonToPlay();
  const school = await openSchool(lesson, [process.execPath]);
  try {
    await drive({ session: school.session, phones, ...asked, more });
    const busy = { past: school.session, lesson: lesson.id, race: more?.race ?? 0 };
    const session = await anotherSession(school.session, lesson);
    const run = await drive({ session, phones, ...asked, more: null, busy });
    return line('live.ack-p95-busy-ms', run.choice.waits, 30);
  } finally {
    await school.stop();
  }
}
