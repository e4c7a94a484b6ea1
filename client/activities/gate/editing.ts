import { gates, inputsOf, type Gate } from '#shared/activities/neuron/truth-table';
import { fieldsOf, listOf, withValue } from '../kit/edit/paths';

/** What a step may ask for: one gate of everybody, or of each student one of their own. */
export const namesOf: readonly (Gate | 'own')[] = [...gates, 'own'];

/** The gate of a configuration; null where it has none that there is. */
export const gateIn = (config: unknown): Gate | 'own' | null =>
  namesOf.find((name) => name === fieldsOf(config).gate) ?? null;

/** Another gate; a neuron that cannot begin it goes, and with it that its weights stay. */
export function withGate(config: unknown, gate: unknown): unknown {
  const next = withValue(config, ['gate'], gate);
  const inputs = listOf(fieldsOf(fieldsOf(config).start).w).length;
  const known = gateIn(next);
  if (known !== null && known !== 'own' && inputsOf(known) === inputs) return next;
  return withValue(withValue(next, ['start'], undefined), ['moves'], undefined);
}

const TENTHS = 10;

/** Sliders count in tenths; a person reads the number itself. What is no number stays what was typed. */
export const fromTenths = (value: unknown): unknown => (typeof value === 'number' ? value / TENTHS : value);

/** A list keeps its places: where nothing is typed, nothing stands. */
export const inTenths = (typed: number | string | undefined): unknown =>
  typeof typed === 'number' ? Math.round(typed * TENTHS) : (typed ?? '');
