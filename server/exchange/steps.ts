import type { DraftStep, Loss } from '#shared/exchange/report';
import { activities, type ActivityKind } from '#shared/activities/registry';
import { LONGEST_TEXT, type Text } from '#shared/text';
import type { Said } from './html';
import { inlineFromPlain } from './plain';
import type { StepIds } from './step-ids';

/** What a reader knows of a question beside its kind; texts are ours already (see html.ts, plain.ts). */
export interface Told {
  readonly ids: StepIds;
  /** What the file calls it beside, if that can be an id. */
  readonly id?: string | undefined;
  /** Of all its texts. */
  readonly language: string;
  /** As the file calls it, in plain text; empty: the task's first words. */
  readonly name: string;
  readonly task: string;
  /** Why the right answer is right. */
  readonly explanation?: string | undefined;
  /** From 0 to 2000; without them as many as most steps have. */
  readonly points?: number | undefined;
  /** Seconds to answer; without them until the teacher closes. */
  readonly seconds?: number | undefined;
  /** Whether who is quick gets more. */
  readonly speed?: boolean;
  readonly hints?: readonly string[];
  /** What only the teacher reads, such as the answers that are accepted. */
  readonly answer?: string | undefined;
  /** What its texts have lost already. */
  readonly lost?: readonly Loss[];
}

/** A step, and what of its texts did not fit into it. */
export interface Made {
  readonly step: DraftStep;
  readonly lost: readonly Loss[];
}

export const POINTS = 1_000;
const MOST_POINTS = 2_000;
const SECONDS = { least: 5, most: 3_600 };
const MOST_HINTS = 4;
const LONGEST_TITLE = 80;

/** Takes down what is lost while a step is made. */
export class Losses {
  readonly #all: Loss[];

  constructor(lost: readonly Loss[] = []) {
    this.#all = [...lost];
  }

  get all(): readonly Loss[] {
    return this.#all.filter(
      ({ code, what }, i) => this.#all.findIndex((one) => one.code === code && one.what === what) === i,
    );
  }

  add(code: Loss['code'], what?: string): void {
    this.#all.push(what === undefined ? { code } : { code, what: what.slice(0, 200) });
  }

  /** A text, whose losses are taken down. */
  of({ text, lost }: Said): string {
    this.#all.push(...lost);
    return text;
  }
}

/** A text that is no longer than one may be; no formula is cut in two. */
function fitting(words: string, losses: Losses, longest = LONGEST_TEXT): string {
  if (words.length <= longest) return words;
  losses.add('text-shortened');
  return `${withoutHalfFormula(words.slice(0, longest - 1).replace(/[\uD800-\uDBFF\\]$/, ''))}…`;
}

/** Up to the formula that was cut in two, if one was. */
function withoutHalfFormula(cut: string): string {
  const dollars = cut.match(/(?<!\\)\$/g)?.length ?? 0;
  return dollars % 2 === 0 ? cut : cut.slice(0, cut.lastIndexOf('$'));
}

/** Writes texts in one language. */
const writer =
  (language: string, losses: Losses) =>
  (words: string): Text => ({ [language]: fitting(words, losses) });

export type Say = (words: string) => Text;

/** The first words of a text, without marks and formulas' dollars, for a list. */
export function firstWords(text: string, longest = LONGEST_TITLE): string {
  const line = text
    .replace(/\\(?=[!-/:-@[-`{-~])|\*\*|[*`](?=\S)|(?<=\S)[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const room = line.slice(0, longest - 1);
  const cut = room.slice(0, Math.max(room.lastIndexOf(' '), longest / 2)).replace(/[\uD800-\uDBFF]$/, '');
  return `${withoutHalfFormula(cut)}…`;
}

function pointsOf(points: number | undefined, losses: Losses): number {
  if (points === undefined) return POINTS;
  const fits = Math.min(MOST_POINTS, Math.max(0, Math.round(points)));
  if (fits !== points) losses.add('points-changed', String(points));
  return fits;
}

function secondsOf(seconds: number | undefined, losses: Losses): number | null {
  if (seconds === undefined || seconds === 0) return null;
  const fits = Math.min(SECONDS.most, Math.max(SECONDS.least, Math.round(seconds)));
  if (fits !== seconds) losses.add('time-limit-changed', String(seconds));
  return fits;
}

function hintsOf(hints: readonly string[], say: Say, losses: Losses) {
  const said = hints.filter((hint) => hint !== '');
  if (said.length > MOST_HINTS) losses.add('hints-beyond-four');
  return said.slice(0, MOST_HINTS).map((text) => ({ text: say(text) }));
}

/** A step of a kind; `config` is written with the words of its language. */
export function stepOf(kind: ActivityKind, told: Told, config: (say: Say, losses: Losses) => unknown): Made {
  const losses = new Losses(told.lost);
  const say = writer(told.language, losses);
  const graded = kind !== 'text' && kind !== 'slide' && kind !== 'poll';
  const hints = hintsOf(told.hints ?? [], say, losses);
  const title = firstWords(told.name) || firstWords(told.task);
  const step: DraftStep = {
    id: told.ids.of(told.id || title),
    kind,
    version: activities.find((activity) => activity.kind === kind)?.version ?? 1,
    ...(title && { title: say(inlineFromPlain(title)) }),
    ...(told.task && { task: say(told.task) }),
    config: config(say, losses),
    ...(told.explanation && { explanation: say(told.explanation) }),
    ...(told.answer && { note: { answer: say(told.answer) } }),
    ...(hints.length > 0 && { hints }),
    points: graded ? pointsOf(told.points, losses) : 0,
    seconds: secondsOf(told.seconds, losses),
    timing: told.speed ? 'speed' : 'accuracy',
  };
  return { step, lost: losses.all };
}
