import { MOST_ENERGY } from '#shared/training/limits';
import { fieldsOf, listOf, type Fields } from '../kit/edit/paths';
import { wordless } from '../kit/own-data/drafting';
import edit from './edit';
import { layers, learning } from './edit-terms';

/** What a race on one's own table begins with, in each family that takes one. */
const fresh: Readonly<Record<string, Fields>> = {
  mlp: { limits: layers(500), freed: { activation: false, batch: false } },
  linear: { limits: learning(1_000), freed: { batch: false } },
};

/** What a race says of its table, and what of one family on it. */
const TABLE = ['samples', 'source', 'x', 'y', 'rows', 'classes', 'share'];
const TERMS = ['energy', 'accuracy', 'good'];

const only = (config: unknown, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fieldsOf(config)).filter(([name]) => names.includes(name)));

/** Goes to one's own table and away from it, and from family to family on it: what was there of each is there again. */
export function ownTable() {
  let table: Fields = {};
  let seed: unknown = edit.start.dataSeed;
  const terms = new Map<string, Fields>();
  return {
    keep(config: unknown): void {
      table = only(config, TABLE);
      terms.set(String(fieldsOf(config).family), only(config, ['limits', 'freed', ...TERMS]));
    },
    /** The same race on the table, in a family that takes one; energy and goals are those that it had there. */
    of(config: unknown, family: string): Fields {
      const { attempts, dataSeed } = fieldsOf(config);
      seed = dataSeed ?? seed;
      return { family, data: 'own', attempts, ...table, ...(terms.get(family) ?? fresh[family]) };
    },
    /** The same race without the table: it is still to be said on which data. */
    without(config: unknown): Fields {
      const { family, attempts, limits, freed } = fieldsOf(config);
      return { family, dataSeed: seed, attempts, limits, freed };
    },
  };
}

/** Whether energy, goals and a network that does well are there. */
export const hasTerms = (config: unknown): boolean => TERMS.every((name) => name in fieldsOf(config));

/** What the terms of a race on a table are worked out from. */
export function termsFrom(config: unknown): string {
  const { family, samples, share, limits, rows, ...axes } = fieldsOf(config);
  const ends = [axes.x, axes.y].map((axis) => only(axis, ['from', 'to']));
  return JSON.stringify({ family, samples, share, limits, rows, ends });
}

/** A race whose terms are still to be worked out, with something in their places. */
export function askable(config: unknown): Fields {
  const { family, limits } = fieldsOf(config);
  const [[rate], [epochs]] = [listOf(fieldsOf(limits).rate), listOf(fieldsOf(limits).epochs)];
  const learns = { rate, epochs };
  return {
    ...wordless(config),
    good: family === 'linear' ? { family, ...learns } : { layers: [], ...learns },
    energy: { par: 1, max: MOST_ENERGY },
    accuracy: { base: 0, top: 1 },
  };
}
