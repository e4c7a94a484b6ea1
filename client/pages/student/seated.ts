import type { Countdown } from '#shared/session/state';
import type { OwnView } from '#shared/session/views';
import type { Connection, Status } from '../../live/connection.svelte';
import type { AnswerParts } from './answer';
import type { StudentSeat } from './seat.svelte';

/** As much of a seat as a step needs: a student's own, or one that an editor makes up to show a step. */
export interface Seated {
  readonly memory: { readonly draft: (step: number) => unknown };
  readonly connection: {
    readonly status: Status;
    readonly own: Pick<OwnView, 'orders'> | null;
    readonly now: () => number;
  };
  readonly countdown: Countdown | null;
  readonly receipt: (step: number) => AnswerParts['receipt'];
  readonly waiting: (step: number) => AnswerParts['waiting'];
  readonly draft: (step: number, draft: unknown) => void;
  readonly submit: (step: number, submission: unknown) => void;
}

/** As much of a seat as a prediction needs, a student's own or made up. */
export type Expecting = Pick<StudentSeat, 'expecting' | 'predict' | 'predictionRefusal'>;

/** As much of a connection as the frame of a phone's page shows. */
export type Connected = Pick<Connection<never>, 'status' | 'silent' | 'stopping' | 'now'> & {
  readonly common: object | null;
  readonly own: Pick<OwnView, 'name'> | null;
};
