import type { Text } from '../../text';
import type { Mistake } from '../activity';
import type { Config, Submission } from './config';
import { letterOf } from './letters';

/** Every wrong pick that says why it is wrong, with its letter: as many as the bars of the class picture count. */
export const mistakes = ({ options }: Config, { picked }: Submission): readonly Mistake[] =>
  options.flatMap(({ id, why }, place) =>
    why && picked.includes(id) ? [{ id, why: after(why, ` (${letterOf(place)})`) }] : [],
  );

const after = (text: Text, more: string): Text =>
  Object.fromEntries(Object.entries(text).map(([language, words]) => [language, words + more]));
