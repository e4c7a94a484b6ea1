import { sureness, type PredictionView, type Sureness } from '#shared/session/predictions/prediction';
import type { Text } from '#shared/text';
import * as m from '../i18n/generated/messages.js';

export const surenessWords: Readonly<Record<Sureness, () => string>> = {
  guess: () => m.asides_guess(),
  think: () => m.asides_think(),
  sure: () => m.asides_sure(),
};

/** What a class expected of one option. */
export interface ExpectedRow {
  readonly id: string;
  readonly text: Text;
  readonly count: number;
  /** How many of them were sure. */
  readonly sure: number;
  /** Of the commonest expectation, from 0 to 1. */
  readonly share: number;
  readonly came: boolean;
}

const SURE = sureness.indexOf('sure');

/** The options of a prediction with what the class said, in the lesson's order; nothing before the reveal. */
export function expectedRows({ options, told }: PredictionView): readonly ExpectedRow[] {
  if (!told) return [];
  const rows = options.map(({ id, text }) => {
    const said = told.expected[id] ?? [];
    const count = said.reduce((sum, n) => sum + n, 0);
    return { id, text, count, sure: said[SURE] ?? 0, came: told.came === id };
  });
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return rows.map((row) => ({ ...row, share: row.count / most }));
}
