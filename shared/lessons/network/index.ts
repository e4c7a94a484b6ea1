import { and } from '../first/and';
import { learning } from '../first/learning';
import { not } from '../first/not';
import { or } from '../first/or';
import type { Lesson } from '../lesson';
import { bill } from './bill';
import { bug } from './bug';
import { clouds } from './clouds';
import { dot } from './dot';
import { families } from './families';
import { forward } from './forward';
import { hours } from './hours';
import { memory } from './memory';
import { nonlinear } from './nonlinear';
import { parameters } from './parameters';
import { penguins } from './penguins';
import { raceCircle } from './race-circle';
import { racePenguins } from './race-penguins';
import { raceXor } from './race-xor';
import { rate } from './rate';
import { shape } from './shape';
import { theorem } from './theorem';
import { when } from './when';
import { xorProof } from './xor-proof';

/** The lecture in the order of its slides: learning, one neuron, networks, the large ones of today. */
export const network: Lesson = {
  id: 'dal-neurone-alla-rete',
  title: { it: 'Dal neurone alla rete', en: 'From neuron to network' },
  about: {
    it: 'La lezione intera in ventitré passi: un neurone regolato a mano, quello che non può fare, le reti che imparano da sole, e quanto costano quelle grandi. Circa un’ora e mezza; la nota di ogni passo dice come accorciarlo.',
    en: 'The whole lecture in twenty-three steps: a neuron tuned by hand, what it cannot do, networks that learn by themselves, and what the large ones cost. About an hour and a half; the note of each step says how to shorten it.',
  },
  steps: [
    ...[learning, when, clouds, dot, not, and, or, penguins, bug, xorProof],
    ...[forward, shape, parameters, nonlinear, rate, raceXor, raceCircle, racePenguins],
    ...[theorem, families, hours, bill, memory],
  ],
};
