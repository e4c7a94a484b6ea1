import * as m from '../../i18n/generated/messages.js';
import type { LegendItem } from '../kit/legend';

/** What the class picture is showing. */
export type Stage = 'racing' | 'closed' | 'fallen';

interface Shown {
  /** The accuracy to be reached, in words; null where the chart tells the loss. */
  readonly aim: string | null;
  /** Networks that are being trained; null where nobody waits for any. */
  readonly training: number | null;
  /** What the two classes are called whose colours the map beside it has; null: it is none of the plane. */
  readonly classes: readonly [zero: string, one: string] | null;
}

/** The two classes of a plane, in its colours. */
export const classItems = ([zero, one]: readonly [string, string]): readonly LegendItem[] => [
  { look: 'one', words: one },
  { look: 'zero', words: zero },
];

const energies = (): readonly LegendItem[] => [
  { look: 'dot', words: m.race_legend_free() },
  { look: 'ring', words: m.race_legend_dear() },
];

/** What the marks of the class picture mean: all that are in it, and no others. */
export function legendOf(stage: Stage, { aim, training, classes }: Shown): readonly LegendItem[] {
  const target: readonly LegendItem[] =
    aim === null ? [] : [{ look: 'aim', words: m.race_legend_aim({ accuracy: aim }) }];
  switch (stage) {
    case 'racing':
      return [
        { look: 'others', words: m.race_legend_network() },
        ...target,
        ...(training === null
          ? []
          : [{ look: 'coming', words: m.race_legend_training({ count: training }) } as const]),
      ];
    case 'closed':
      return [
        { look: 'best', words: m.race_screen_lead() },
        { look: 'others', words: m.race_curves_others() },
        ...target,
        ...energies(),
        ...(classes ? classItems(classes) : []),
      ];
    case 'fallen':
      return [
        ...energies(),
        { look: 'first', words: m.race_legend_winner() },
        { look: 'aim', words: m.race_legend_even() },
        ...(classes ? classItems(classes) : []),
      ];
  }
}
