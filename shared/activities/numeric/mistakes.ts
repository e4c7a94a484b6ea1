import { inLanguage, type Text } from '../../text';
import type { Mistake, Seeds } from '../activity';
import { within } from './closeness';
import type { Config, Submission, Variant } from './config';
import { variantOf } from './view';

/** The mistake that gives this value; the right answer is none. */
export const mistakeAt = (
  { answer, mistakes: named }: Pick<Variant, 'answer' | 'mistakes'>,
  value: number,
  tolerance: number,
): Variant['mistakes'][number] | undefined =>
  within(value, answer, tolerance) ? undefined : named.find((one) => within(value, one.value, tolerance));

export function mistakes(
  config: Config,
  { value }: Submission,
  { seat }: Pick<Seeds, 'seat'>,
): readonly Mistake[] {
  const made = mistakeAt(variantOf(config, seat), value, config.tolerance);
  return made ? [sameIn(config, made.why)] : [];
}

/** Who reckons with other numbers makes the same mistake where its words are the same. */
function sameIn({ variants }: Config, why: Text): Mistake {
  const words = inLanguage(why, []);
  const all = variants.flatMap((variant) => variant.mistakes);
  const index = all.findIndex((one) => inLanguage(one.why, []) === words);
  return { id: String(index), why: all[index]?.why ?? why };
}
