import type { SessionState, StepState } from '../state';

/** From this version of its first event on a session hides what a class said in a first vote. */
const HIDDEN_SINCE = 6;

/** Whether a session that began with an event of that version hides first votes. */
export const hidesVotesIn = (version: number): boolean => version >= HIDDEN_SINCE;

/** Whether the class can vote once more: it has not been shown what it said. */
export const mayVoteAgain = (step: StepState): boolean =>
  step.phase === 'closed' && step.vote === 1 && step.activity.votes && !step.pictureShown;

/** Why a closed step on which the class can vote is not voted on once more; null: it is, or nobody votes there. */
export function whyNoVote(step: StepState): 'seen' | 'twice' | null {
  if (step.phase !== 'closed' || !step.activity.votes || mayVoteAgain(step)) return null;
  return step.vote === 2 ? 'twice' : 'seen';
}

/** Whether what the class said stays hidden after the close: a class that sees bars votes for the tallest. */
export const hidesPicture = ({ hidesVotes }: Pick<SessionState, 'hidesVotes'>, step: StepState): boolean =>
  hidesVotes && mayVoteAgain(step);
