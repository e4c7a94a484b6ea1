import { others, people, type Person } from '#shared/activities/attention/people';

/** Everybody who may be in a sentence of one's own. */
export const everyone: readonly Person[] = [...people, ...others];

/** At first the sentence of the step. */
export const atFirst: readonly string[] = people.map(({ id }) => id);

/** The same with somebody in or out; one always stays. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return next.length > 0 ? next : chosen;
}

/** Who was chosen, in the order in which everyone stands. */
export const among = (chosen: readonly string[]): readonly Person[] =>
  everyone.filter(({ id }) => chosen.includes(id));

/** The slider of the temperature: powers of 2 in quarters, from 1/4 to 4. */
export const COLDEST = -8;
export const HOTTEST = 8;
export const temperatureAt = (place: number): number => 2 ** (place / 4);
