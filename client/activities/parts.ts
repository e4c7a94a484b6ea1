import type { Component } from 'svelte';
import type { ActivityKind } from '#shared/activities/registry';

export interface Chunk<Props extends object> {
  readonly default: Component<Props>;
}

/** Fetches a component, which is a file of its own. */
export type Part<Props extends object> = () => Promise<Chunk<Props>>;

/**
 * One part of every kind, by the folder that it was found in. Naming the pages' `unknown` as what they take is the one
 * cast of this half. It is safe because a page hands a kind only what the same kind made: views, reveals and pictures
 * come from the server, which built them by the rules of `shared/activities/<kind>`; submissions were accepted by them;
 * and a draft, which this phone kept, is declared `unknown` and judged by Play itself.
 *
 * Each part is found in a file of its own (plays.ts, screens.ts, ...): a page loads the names of those that it shows.
 */
export type Found<Props extends object> = Readonly<Record<string, Part<Props>>>;

export function partIn<Props extends object>(
  found: Found<Props>,
  kind: ActivityKind,
  name: string,
): Part<Props> | undefined {
  return found[`./${kind}/${name}.svelte`];
}

/**
 * A kind without it is a bug that test/client/activities/parts.test.ts finds before a class does, or is newer than this
 * page: then it cannot be loaded, until a newer page is.
 */
export function needed<Props extends object>(
  found: Found<Props>,
  kind: ActivityKind,
  name: string,
): Part<Props> {
  const part = partIn(found, kind, name);
  return part ?? (() => Promise.reject(new Error(`client/activities/${kind} has no ${name}.svelte`)));
}
