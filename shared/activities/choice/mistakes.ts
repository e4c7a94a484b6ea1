import type { Mistake } from '../activity';
import type { Config, Submission } from './config';

/** Every wrong pick that says why it is wrong: as many as the bars of the class picture count. */
export const mistakes = ({ options }: Config, { picked }: Submission): readonly Mistake[] =>
  options.flatMap(({ id, why }) => (why && picked.includes(id) ? [{ id, why }] : []));
