import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import type { Config, Submission } from './config';
import { grade, ratesOf, type Rates } from './grade';
import { directionFor, directions, shapes, type Direction } from './shapes';

const says = {
  blank: {
    it: 'con tutti i quadretti a 0 ogni somma è 0 e non scatta mai',
    en: 'with every cell at 0 every sum is 0, and it never fires',
  },
  never: {
    it: 'la soglia è più alta delle somme che il kernel può dare: non scatta mai',
    en: 'the threshold is above every sum that this kernel can make: it never fires',
  },
  always: {
    it: 'la soglia è così bassa che scatta quasi su ogni immagine',
    en: 'the threshold is so low that it fires on nearly every picture',
  },
  shape: {
    it: 'solo la forma, senza −1 attorno: anche una macchia piena contiene quella linea',
    en: 'the shape alone, with no −1 around it: a filled blob contains that line too',
  },
  turned: {
    it: 'scatta più spesso su un’altra direzione che sulla tua',
    en: 'it fires more often on another direction than on your own',
  },
  high: {
    it: 'la soglia è troppo alta: molte barre giuste non ci arrivano',
    en: 'the threshold is too high: many right bars do not reach it',
  },
  loose: {
    it: 'scatta anche su altre forme: manca qualche −1 dove la linea non passa, o la soglia è troppo bassa',
    en: 'it fires on other shapes too: some −1 off the line is missing, or the threshold is too low',
  },
} as const satisfies Record<string, Text>;

/** Shares from which on a detector fires hardly ever, mostly, nearly always. */
const HARDLY = 0.1;
const MOSTLY = 0.5;
const NEARLY = 0.9;

export function mistakes(config: Config, sent: Submission, evidence: Evidence): readonly Mistake[] {
  if (grade(config, sent, evidence).right) return [];
  const id = nameOf(sent, ratesOf(sent, evidence.secret), directionFor(config, evidence.seat));
  return [{ id, why: says[id] }];
}

function nameOf({ cells }: Submission, rates: Rates, direction: Direction): keyof typeof says {
  const of = shapes.map((shape) => rates[shape]);
  if (cells.every((cell) => cell === 0)) return 'blank';
  if (of.every((rate) => rate < HARDLY)) return 'never';
  if (of.every((rate) => rate > NEARLY)) return 'always';
  if (directions.some((other) => rates[other] > rates[direction])) return 'turned';
  if (!cells.includes(-1) && rates.blob > MOSTLY) return 'shape';
  return rates[direction] < MOSTLY ? 'high' : 'loose';
}
