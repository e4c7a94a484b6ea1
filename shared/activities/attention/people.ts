import type { Text } from '../../text';
import type { Vector } from './config';

/** A word for somebody, or for several. Its key in tenths: gender (feminine above 0), then number (singular above 0). */
export interface Person {
  readonly id: string;
  readonly text: Text;
  readonly key: Vector;
}

const person = (id: string, it: string, en: string, key: Vector): Person => ({ id, text: { it, en }, key });

/** The sentence in sight, in the order in which it is read; a pronoun follows. Where English hides the gender, a code tells it. */
export const people: readonly Person[] = [
  person('sara', 'Sara', 'Sara', [11, 8]),
  person('luca', 'Luca', 'Luca', [-8, 12]),
  person('cousins-f', 'le cugine', 'cousins (f)', [9, -11]),
  person('anna', 'Anna', 'Anna', [9, 12]),
  person('cousins-m', 'i cugini', 'cousins (m)', [-10, -8]),
  person('marco', 'Marco', 'Marco', [-12, 9]),
];

/** Who else may come into a sentence of one's own. */
export const others: readonly Person[] = [
  person('giulia', 'Giulia', 'Giulia', [12, 10]),
  person('omar', 'Omar', 'Omar', [-10, 10]),
  person('friends-f', 'le amiche', 'friends (f)', [11, -9]),
  person('friends-m', 'gli amici', 'friends (m)', [-9, -11]),
];
