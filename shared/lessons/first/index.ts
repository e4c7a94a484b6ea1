import type { Lesson } from '../lesson';
import { and } from './and';
import { learning } from './learning';
import { not } from './not';
import { oneLine } from './one-line';
import { or } from './or';

/** The short lesson: from "what is learning" to the first thing that one neuron cannot do. */
export const first: Lesson = {
  id: 'primi-passi',
  title: { it: 'Il primo neurone', en: 'The first neuron' },
  about: {
    it: 'Cinque passi in una ventina di minuti: che cosa vuol dire imparare, un neurone regolato con le tue mani, e la prima cosa che da solo non sa fare.',
    en: 'Five steps in about twenty minutes: what learning means, a neuron that you tune by hand, and the first thing it cannot do alone.',
  },
  steps: [learning, not, and, or, oneLine],
};
