import type { Moment, MomentType } from '#shared/session/replayed';
import * as m from '../../../i18n/generated/messages.js';
import { named } from '../words';

interface Told {
  readonly step: number;
  readonly name: string;
  readonly sentBy: Moment['sentBy'];
}

const told: Readonly<Record<MomentType, (given: Told) => string>> = {
  'session-created': () => m.review_moment_created(),
  'session-resumed': () => m.review_moment_resumed(),
  'session-ended': () => m.review_moment_ended(),
  'end-undone': () => m.review_moment_end_undone(),
  'room-locked': () => m.review_moment_locked(),
  'room-unlocked': () => m.review_moment_unlocked(),
  'seat-joined': ({ name }) => m.review_moment_joined({ name }),
  'seat-renamed': ({ name }) => m.review_moment_renamed({ name }),
  'seat-kicked': ({ name }) => m.review_moment_kicked({ name }),
  'seat-readmitted': ({ name }) => m.review_moment_readmitted({ name }),
  'seats-kicked': ({ name }) => m.review_moment_kicked_many({ names: name }),
  'seats-readmitted': ({ name }) => m.review_moment_readmitted_many({ names: name }),
  'ticket-issued': ({ name }) => m.review_moment_ticket({ name }),
  'seat-moved': ({ name }) => m.review_moment_moved({ name }),
  'stage-entered': () => m.review_moment_stage(),
  'step-opened': ({ step }) => m.review_moment_opened({ step }),
  'step-frozen': () => m.review_moment_frozen(),
  'step-unfrozen': () => m.review_moment_unfrozen(),
  'time-extended': () => m.review_moment_extended(),
  'step-closed': ({ step }) => m.review_moment_closed({ step }),
  'step-revealed': ({ step }) => m.review_moment_revealed({ step }),
  submitted: ({ name, step, sentBy }) =>
    sentBy === 'close' ? m.review_moment_taken_in({ name, step }) : m.review_moment_submitted({ name, step }),
  'job-finished': ({ step }) => m.review_moment_trained({ step }),
  'job-failed': ({ step }) => m.review_moment_untrained({ step }),
  'class-reckoned': ({ step }) => m.review_moment_reckoned({ step }),
  'half-shown': () => m.review_moment_half(),
  'voting-again': ({ step }) => m.review_moment_voting({ step }),
  'step-added': ({ step }) => m.review_moment_again({ step }),
  'board-shown': () => m.review_moment_board(),
  'screen-darkened': () => m.review_moment_dark(),
  predicted: ({ name, step }) => m.review_moment_predicted({ name, step }),
  'hint-given': ({ step }) => m.review_moment_hint({ step }),
  'picture-shown': ({ step }) => m.review_moment_picture({ step }),
  'closing-soon': ({ step }) => m.review_moment_soon({ step }),
  'eyes-called': () => m.review_moment_eyes(),
  'path-set': () => m.review_moment_path(),
};

/** What happened, in a sentence. */
export const momentWords = ({ type, step, name, sentBy }: Moment): string =>
  told[type]({ step: (step ?? 0) + 1, name: named(name ?? ''), sentBy });
