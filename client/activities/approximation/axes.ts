import type { View } from '#shared/activities/approximation/view';
import * as m from '../../i18n/generated/messages.js';
import { locale } from '../../i18n/locale.svelte';
import type { ChartAxis } from '../kit/chart';
import { decimal } from '../kit/numbers';
import { domainOf } from './plane';

/** x from 0 to 1, and as much of y as the curve and the S curves below and above it need. */
export function chartAxes(view: Pick<View, 'shape' | 'down'>): {
  readonly x: ChartAxis;
  readonly y: ChartAxis;
} {
  const up = domainOf(view);
  const [least] = up;
  return {
    x: {
      ...{ domain: [0, 1], at: [0, 0.25, 0.5, 0.75, 1], name: 'x' },
      words: (x: number) => decimal(x, locale.current, x === 0 || x === 1 ? 0 : 2),
    },
    y: {
      domain: up,
      at: [-1, 0, 1, 2].filter((y) => y >= least && y <= up[1]),
      name: m.approximation_y(),
      words: (y: number) => decimal(y, locale.current, 0),
    },
  };
}
