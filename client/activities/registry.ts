import type { Component } from 'svelte';
import type { ActivityKind } from '#shared/activities/registry';
import type { AnyDrawnProps, AnyPlayProps, AnyReviewProps, AnyScreenProps } from './activity';

interface Chunk<Props extends object> {
  readonly default: Component<Props>;
}

/** Fetches a component, which is a file of its own. */
export type Part<Props extends object> = () => Promise<Chunk<Props>>;

type Found<Props extends object> = Readonly<Record<string, Part<Props>>>;

/**
 * Every kind's components, found by their folder. Naming the pages' `unknown` as what they take is the one cast of
 * this half. It is safe because a page hands a kind only what the same kind made: views, reveals and pictures come
 * from the server, which built them by the rules of `shared/activities/<kind>`; submissions were accepted by them;
 * and a draft, which this phone kept, is declared `unknown` and judged by Play itself.
 */
const plays = import.meta.glob<Chunk<AnyPlayProps>>('./*/Play.svelte');
const screens = import.meta.glob<Chunk<AnyScreenProps>>('./*/Screen.svelte');
const reviews = import.meta.glob<Chunk<AnyReviewProps>>('./*/Review.svelte');
const drawings = import.meta.glob<Chunk<AnyDrawnProps>>('./*/Drawn.svelte');

/** The phone's part of a kind. */
export const playOf = (kind: ActivityKind): Part<AnyPlayProps> => needed(plays, kind, 'Play');

/** The class picture of a kind. */
export const screenOf = (kind: ActivityKind): Part<AnyScreenProps> => needed(screens, kind, 'Screen');

/** A submission of a kind drawn small; null where there is nothing to draw, as of a slide. */
export const reviewOf = (kind: ActivityKind): Part<AnyReviewProps> | null =>
  partIn<AnyReviewProps>(reviews, kind, 'Review') ?? null;

/** What a class has drawn in a step of a kind; null where nothing is drawn. */
export const drawnOf = (kind: ActivityKind): Part<AnyDrawnProps> | null =>
  partIn<AnyDrawnProps>(drawings, kind, 'Drawn') ?? null;

function partIn<Props extends object>(
  found: Found<Props>,
  kind: ActivityKind,
  name: string,
): Part<Props> | undefined {
  return found[`./${kind}/${name}.svelte`];
}

/** A kind without it is a bug that test/client/activities/registry.test.ts finds before a class does. */
function needed<Props extends object>(found: Found<Props>, kind: ActivityKind, name: string): Part<Props> {
  const part = partIn(found, kind, name);
  if (!part) throw new Error(`client/activities/${kind} has no ${name}.svelte`);
  return part;
}
