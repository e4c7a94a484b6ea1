import { derive, type Seed } from '../rng';

/**
 * What a class picture calls one answer where the teacher can hide it: it is of no use to find out whose it is, and in
 * another step the same seat has another one. `seat` is the seat's seed in the step.
 */
export const answerIdOf = (seat: Seed): string => derive(seat, 'answer').slice(0, 12);
