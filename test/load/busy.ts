import type { Lesson } from '#shared/lessons/lesson';
import { accepted, openClients, takeSeat } from './clients';
import { dearIdea } from './racing';
import { anotherSession, browserOf, type Session } from './school';
import { lessons } from '../support/lessons';

/** What else a server has to do. */
export interface Busy {
  /** A session that a whole class has played. */
  readonly past: Session;
  readonly lesson: string;
  /** The step that is a race. */
  readonly race: number;
}

/** Racers whose configurations are all different; each may send so many. */
const RACERS = 40;
const ATTEMPTS = 5;

/**
 * Keeps a server at work: a race in a session of its own, with more to train than a question lasts, and the review of
 * `past` asked for again as soon as it has come. Answers with what ends that.
 */
export async function keepBusy({ past, lesson: id, race }: Busy): Promise<() => Promise<void>> {
  const lesson = lessons.find((one) => one.id === id) as Lesson;
  const clients = await openClients(await anotherSession(past, lesson));
  const racers = Array.from({ length: RACERS }, () => clients.newPhone());
  await Promise.all(racers.map((racer, i) => takeSeat(racer, `Racer ${i + 1}`)));
  await accepted(clients.desk, { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: race } });
  await accepted(clients.desk, { type: 'open', step: race });
  const ideas = racers.flatMap((racer, r) =>
    Array.from({ length: ATTEMPTS }, (_, i) => ({ racer, submission: dearIdea(r * ATTEMPTS + i) })),
  );
  await Promise.all(
    ideas.map(({ racer, submission }) => accepted(racer, { type: 'submit', step: race, submission })),
  );
  let stopped = false;
  const reading = (async () => {
    const browser = browserOf(past);
    while (!stopped) await browser.get(`/api/sessions/${past.id}/review`);
  })();
  return async () => {
    stopped = true;
    await reading;
    clients.close();
  };
}
