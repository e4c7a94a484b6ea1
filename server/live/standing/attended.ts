import type { SessionLog } from '../../storage/log/port';
import { Silence } from './silence';

/** A log, and for how long it has neither taken nor told anything. */
export interface Attended {
  readonly log: SessionLog;
  /** For how long it has taken nothing, or told nothing, whichever is longer, ms. */
  readonly silent: () => number;
}

/** Listens to how a log answers. What it refuses for a reason in the log is an answer, what it cannot do is none. */
export function attended(log: SessionLog, now: () => number): Attended {
  const taking = new Silence(now);
  const telling = new Silence(now);
  const heard = async <Answer>(
    silence: Silence,
    asked: Promise<Answer>,
    isAnswer: (answer: Answer) => boolean = () => true,
  ): Promise<Answer> => {
    const end = silence.begin();
    let answered = false;
    try {
      const answer = await asked;
      answered = isAnswer(answer);
      return answer;
    } finally {
      end(answered);
    }
  };
  return {
    silent: () => Math.max(taking.lasts(), telling.lasts()),
    log: {
      ...log,
      append: (entries) => heard(taking, log.append(entries), ({ outcome }) => outcome !== 'failed'),
      probe: () => heard(taking, log.probe(), (committed) => committed),
      read: (session, after) => heard(telling, log.read(session, after)),
      names: (session) => heard(telling, log.names(session)),
      find: (key) => heard(telling, log.find(key)),
      heads: (sessions) => heard(telling, log.heads(sessions)),
    },
  };
}
