import { defineActivity } from '../define';
import { config, type Config } from './config';
import { examples } from './samples';
import { heavy, view, type Shown, type View } from './view';

/** Something to read, a break, "eyes on the projector": nobody answers, and who taps is only counted. */
export const slide = defineActivity({
  kind: 'slide',
  name: { it: 'Pagina', en: 'Slide' },
  version: 1,
  config,
  view,
  emptySummary: () => null,
  reveal: () => null,
  personal: { when: heavy },
  taps: { when: ({ tap }) => tap },
  examples,
});

export type { Config, Shown, View };
