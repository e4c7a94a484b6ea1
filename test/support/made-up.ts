import * as v from 'valibot';
import { defineActivity } from '#shared/activities/define';
import { bindStep } from '#shared/activities/registry';
import { ok } from '#shared/result';
import type { Bind } from '#shared/session/evolve';
import type { Step } from '#shared/lessons/lesson';
import { single } from './lesson';

/** A kind that nobody answers: it only shows a word. */
export const card = defineActivity({
  kind: 'made-up-card',
  name: { it: 'Carta', en: 'Card' },
  version: 1,
  config: v.strictObject({ word: v.string() }),
  view: ({ word }) => ({ word }),
  emptySummary: () => null,
  reveal: () => null,
  examples: [{ name: 'shown', config: { word: 'pause' } }],
});

const degrees = v.strictObject({ degrees: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30)) });

const graded = { about: 'today', graded: true };

/** A kind whose first version asked whether it is warm; answers are graded only where the configuration says so. */
export const weather = defineActivity({
  kind: 'made-up-weather',
  name: { it: 'Tempo', en: 'Weather' },
  version: 2,
  upgrade: {
    config: (raw) => ({ ...(raw as object), graded: false }),
    submission: (raw) => ({ degrees: (raw as { readonly warm: boolean }).warm ? 20 : 5 }),
  },
  config: v.strictObject({ about: v.string(), graded: v.boolean() }),
  view: ({ about }) => ({ about }),
  emptySummary: () => ({ answers: 0, sum: 0 }),
  reveal: () => null,
  answers: {
    submission: degrees,
    counts: 'last',
    livePicture: false,
    check: (_config, submission) => ok(submission),
    addToSummary: (_config, { answers, sum }, submission) => ({
      answers: answers + 1,
      sum: sum + submission.degrees,
    }),
    inWords: (_config, { degrees: felt }) => `${felt} °C`,
    bots: {
      random: (_config, random) => ({ degrees: random.below(31) }),
      constant: () => ({ degrees: 0 }),
    },
  },
  grades: {
    when: (config) => config.graded,
    grade: (_config, submission) => {
      const off = Math.abs(submission.degrees - 20);
      return { score: Math.max(0, 1 - off / 2), right: off === 0 };
    },
    knows: () => ({ degrees: 20 }),
    copyingPays: {},
  },
  examples: [
    {
      name: 'ungraded',
      config: { about: 'today', graded: false },
      submission: { degrees: 5 },
      earlier: [{ version: 1, config: { about: 'today' }, submission: { warm: false } }],
    },
    { name: 'correct', config: graded, submission: { degrees: 20 }, expect: 1 },
    { name: 'partial', config: graded, submission: { degrees: 21 }, expect: 0.5 },
    { name: 'wrong', config: graded, submission: { degrees: 5 }, expect: 0 },
    { name: 'invalid', config: graded, submission: { degrees: 31 }, expect: 'submission-invalid' },
  ],
});

const madeUp = new Map([card, weather].map((kind) => [kind.kind as string, kind]));

/** Finds the made-up kinds as well as the product's own. */
export const bind: Bind = (step) =>
  madeUp.get(step.kind)?.bind(step.config, step.version ?? 1) ?? bindStep(step);

const madeUpStep = (kind: string, config: unknown, over: Partial<Step>): Step => ({
  ...single({ id: kind, ...over }),
  ...({ kind, config } as Pick<Step, 'kind' | 'config'>),
});

export const cardStep = (over: Partial<Step> = {}) => madeUpStep('made-up-card', { word: 'pause' }, over);
export const weatherStep = (graded: boolean, over: Partial<Step> = {}) =>
  madeUpStep('made-up-weather', { about: 'today', graded }, { version: 2, ...over });
/** As the first version of the kind wrote it. */
export const earlierStep = () => madeUpStep('made-up-weather', { about: 'then' }, { version: 1 });
