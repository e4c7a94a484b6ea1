import type { Asks, Vector } from '#shared/activities/attention/config';
import { people } from '#shared/activities/attention/people';
import { parts, roleKeys } from '#shared/activities/attention/roles';
import { turned } from '#shared/activities/attention/turn';
import type { View } from '#shared/activities/attention/view';
import type { Text } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';

/** A word of the sentence with its key in a seat's own plane, in tenths. */
export interface Word {
  readonly id: string;
  readonly text: Text;
  readonly key: Vector;
}

const plain = (asks: Asks): readonly Word[] =>
  asks === 'pronouns' ? people : parts.map(({ role, text }) => ({ id: role, text, key: roleKeys[role] }));

/** The sentence in sight, as it is read. */
export const wordsOf = ({ asks, turn }: View): readonly Word[] => keyed(plain(asks), { asks, turn });

/** Words with their keys where a seat's plane has them. */
export const keyed = (words: readonly Word[], { asks, turn }: View): readonly Word[] =>
  words.map((word) => ({ ...word, key: turned(asks, word.key, turn ?? 0) }));

/** What a direction of the plane stands for. */
export interface Direction {
  readonly vector: Vector;
  readonly name: string;
}

const named = (asks: Asks): readonly Direction[] =>
  asks === 'pronouns'
    ? [
        { vector: [1, 0], name: m.attention_feminine() },
        { vector: [-1, 0], name: m.attention_masculine() },
        { vector: [0, 1], name: m.attention_singular() },
        { vector: [0, -1], name: m.attention_plural() },
      ]
    : [
        { vector: roleKeys.who, name: m.attention_who() },
        { vector: roleKeys.when, name: m.attention_when() },
        { vector: roleKeys.does, name: m.attention_does() },
        { vector: roleKeys.where, name: m.attention_where() },
      ];

/** The four ways out of the middle, as a seat's plane has them. */
export const directionsOf = ({ asks, turn }: View): readonly Direction[] =>
  named(asks).map(({ vector, name }) => ({ name, vector: turned(asks, vector, turn ?? 0) }));
