import type { Text } from '../../text';
import type { Mistake } from '../activity';
import type { Config, Submission } from './config';
import { split } from './data';
import { marksOf } from './fit';
import { grade } from './grade';
import { coefficients, heightAt, penguinAt, sizeOf } from './line';
import { touchesMost } from './touching';

const penguinsSay = {
  level: {
    it: 'lasciata orizzontale: prevede la stessa massa per ogni pinguino, con l’ala lunga o corta',
    en: 'left horizontal: it predicts the same mass for every penguin, long flipper or short',
  },
  down: {
    it: 'scende, ma con l’ala più lunga si pesa di più',
    en: 'it falls, but a longer flipper goes with a heavier bird',
  },
  touching: {
    it: 'passa per più punti che può, e dimentica quanto gli altri sono lontani',
    en: 'it goes through as many points as it can, and forgets how far off the others are',
  },
  axis: {
    it: 'segue l’asse lungo della nuvola, come se gli errori fossero in perpendicolare: troppo ripida',
    en: 'along the cloud’s long axis, as if errors were measured at right angles: too steep',
  },
  high: {
    it: 'troppo in alto: quasi tutti gli errori hanno lo stesso segno',
    en: 'too high: nearly all errors have the same sign',
  },
  low: {
    it: 'troppo in basso: quasi tutti gli errori hanno lo stesso segno',
    en: 'too low: nearly all errors have the same sign',
  },
  flat: {
    it: 'troppo piatta: sbaglia sui pesanti e sui leggeri',
    en: 'too flat: wrong on the heavy and on the light',
  },
  steep: { it: 'troppo ripida: esagera agli estremi', en: 'too steep: it overdoes both ends' },
} as const satisfies Record<string, Text>;

type MistakeId = keyof typeof penguinsSay;

/** The same of points that are no penguins. */
const ownSays: Record<MistakeId, Text> = {
  ...penguinsSay,
  level: {
    it: 'lasciata orizzontale: prevede lo stesso valore per ogni punto',
    en: 'left horizontal: it predicts the same for every point',
  },
  down: {
    it: 'va dalla parte opposta: sale dove i punti scendono, o scende dove salgono',
    en: 'the wrong way: it rises where the points fall, or falls where they rise',
  },
  flat: {
    it: 'troppo piatta: sbaglia ai due estremi',
    en: 'too flat: wrong at both ends',
  },
};

/** Slopes as shares of the best one: what is still level; and where the long axis is, however the picture is stretched. */
const LEVEL = 0.15;
const AXIS = [1.1, 1.45] as const;
/** Within so many grams of the best line at the cloud's middle, a line is neither high nor low. */
const MIDDLE = 200;

/** By the best line, as the grade is. */
export function mistakes(config: Config, sent: Submission): readonly Mistake[] {
  if (grade(config, sent).right) return [];
  const id = nameOf(config, sent);
  return [{ id, why: config.data === 'own' ? ownSays[id] : penguinsSay[id] }];
}

function nameOf(config: Config, { heights }: Submission): MistakeId {
  const { best } = marksOf(config);
  const slope = coefficients(heights).w / coefficients(best).w;
  if (slope < -LEVEL) return 'down';
  if (slope < LEVEL) return 'level';
  const { shown } = split(config);
  if (touchesMost(heights, shown)) return 'touching';
  const middle = meanFlipper(shown);
  const over = heightAt(heights, middle) - heightAt(best, middle);
  if (Math.abs(over) > MIDDLE) return over > 0 ? 'high' : 'low';
  if (slope > AXIS[0] && slope < AXIS[1]) return 'axis';
  return slope < 1 ? 'flat' : 'steep';
}

function meanFlipper(cloud: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < sizeOf(cloud); i++) sum += penguinAt(cloud, i)[0];
  return sum / sizeOf(cloud);
}
