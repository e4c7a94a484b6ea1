import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import type { Config, Submission } from './config';
import { grade } from './grade';

const says = {
  deaf: {
    it: 'w_x = 0: il neurone non sente nemmeno il primo bit',
    en: 'w_x = 0: the neuron does not even hear the first bit',
  },
  fades: {
    it: 'con w_h fra −1 e 1 di h resta a ogni passo solo una parte: il primo bit svanisce, per quanto forte lo si senta',
    en: 'with w_h between −1 and 1 only a part of h is left at each step: the first bit fades, however loud it was',
  },
  flips: {
    it: 'con w_h sotto −1 h cambia segno a ogni passo: la risposta dipende da quanti passi sono passati',
    en: 'with w_h below −1 h changes its sign at each step: the answer depends on how many steps there were',
  },
  opposite: {
    it: 'con w_x negativo il neurone ricorda l’opposto del primo bit',
    en: 'with a negative w_x the neuron remembers the opposite of the first bit',
  },
  louder: {
    it: 'ascoltare di più non aiuta: un w_x grande fa sentire più forte anche il rumore, che ribalta h',
    en: 'listening harder does not help: with a large w_x the noise is louder too, and turns h over',
  },
  leaning: {
    it: 'con b diverso da 0 il neurone pende da una parte: la memoria di un segno è più debole, o non c’è',
    en: 'with b other than 0 the neuron leans to one side: it holds one sign less firmly, or not at all',
  },
  loose: {
    it: 'w_h è sopra 1 ma tiene poco: la memoria c’è, e il rumore la ribalta ancora',
    en: 'w_h is above 1 but holds too little: there is a memory, and the noise still turns it over',
  },
} as const satisfies Record<string, Text>;

/** In tenths: up to here h fades. */
const HOLDS = 10;
/** In tenths: above this noise is heard more than a firm latch can bear. */
const LOUD = 5;
/** In tenths: no slider starts above this, so that who stands there has turned it up. */
const LOUDEST_START = 15;

export function mistakes(config: Config, submission: Submission, evidence: Evidence): readonly Mistake[] {
  if (grade(config, submission, evidence).right) return [];
  const id = nameOf(submission);
  return [{ id, why: says[id] }];
}

/** What goes wrong first, on the way from the first bit to the answer. */
function nameOf({ h, x, b }: Submission): keyof typeof says {
  if (x === 0) return 'deaf';
  if (Math.abs(h) <= HOLDS) return x > LOUDEST_START ? 'louder' : 'fades';
  if (h < 0) return 'flips';
  if (x < 0) return 'opposite';
  if (x > LOUD) return 'louder';
  return b === 0 ? 'loose' : 'leaning';
}
