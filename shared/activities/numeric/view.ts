import { rng, type Seed } from '../../rng';
import type { Text } from '../../text';
import type { Seeds } from '../activity';
import type { Told } from '../pictures/told';
import type { Config, Submission, Variant } from './config';
import { commonDrawing, drawingOf, exampleDrawing, type Drawing } from './drawing';

/** What to find: the student's own numbers, without the answer. Where they differ the projector shows none, or the first as an example. */
export interface View {
  /** Which of the variants this is, from 0. */
  readonly variant: number;
  readonly variants: number;
  readonly given: Text | null;
  readonly drawing: Drawing | null;
  readonly unit: Text | null;
  /** The reveal draws something; what, it says itself. */
  readonly tells: boolean;
}

export interface Reveal {
  readonly variants: readonly Pick<Variant, 'given' | 'answer' | 'mistakes'>[];
  readonly tolerance: number;
  readonly told: Told | null;
}

/** For each variant how many students gave each value, as text. */
export interface Summary {
  readonly answers: number;
  readonly values: readonly Readonly<Record<string, number>>[];
}

const indexOf = ({ variants }: Config, seat: Seed): number =>
  variants.length === 1 ? 0 : rng(seat, 'numeric').below(variants.length);

/** The numbers of a seat. */
export const variantOf = (config: Config, seat: Seed): Variant =>
  config.variants[indexOf(config, seat)] as Variant;

export function view(config: Config, seat: Seed | null): View {
  const { variants, unit } = config;
  const same = { variants: variants.length, unit, tells: config.told !== undefined };
  if (seat === null && variants.length > 1) return { ...ofAll(config), ...same };
  const variant = seat === null ? 0 : indexOf(config, seat);
  const given = variants[variant]?.given ?? null;
  return { variant, given, drawing: drawingOf(config, variant), ...same };
}

/** What all have in common; where that is nothing, the first numbers are the example that the projector draws. */
function ofAll(config: Config): Pick<View, 'variant' | 'given' | 'drawing'> {
  const common = commonDrawing(config);
  const example = common ? null : exampleDrawing(config);
  const given = example ? (config.variants[0]?.given ?? null) : null;
  return { variant: 0, given, drawing: common ?? example };
}

export const reveal = ({ variants, tolerance, told }: Config): Reveal => ({
  variants: variants.map(({ given, answer, mistakes }) => ({ given, answer, mistakes })),
  tolerance,
  told: told ?? null,
});

export const emptySummary = ({ variants }: Config): Summary => ({
  answers: 0,
  values: variants.map(() => ({})),
});

export function addToSummary(
  config: Config,
  summary: Summary,
  { value }: Submission,
  { seat }: Seeds,
): Summary {
  const at = indexOf(config, seat);
  const values = summary.values.map((counts, i) =>
    i === at ? { ...counts, [value]: (counts[String(value)] ?? 0) + 1 } : counts,
  );
  return { answers: summary.answers + 1, values };
}
