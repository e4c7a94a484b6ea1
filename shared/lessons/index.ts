import { first } from './first';
import type { Lesson } from './lesson';
import { network } from './network';

/** The lessons that come with the product, in the order in which a teacher is offered them. */
export const lessons: readonly Lesson[] = [first, network];
