import type { Component } from 'svelte';
import type { Submission as AnySubmission } from '#shared/activities/race/config';
import type { Reveal, View as AnyView } from '#shared/activities/race/view';
import type { Seed } from '#shared/rng';
import type { PreviewTask } from '../../workers/preview';
import type { Design } from './design.svelte';
import type { Preview } from './preview.svelte';

/** What there is to see of a family's networks: on the projector, after the close, in a review. */
export interface Look<View, Submission> {
  /** The network in a word, such as 2-4-1. */
  readonly shape: (submission: Submission) => string;
  /** What a trained network says, for its picture: side x side values. */
  readonly map: (
    view: View,
    submission: Submission,
    weights: readonly number[],
    shown: Shown,
  ) => Float32Array;
  /** What its picture shows, in words: how much of the visible or of the private samples it gets right, if anything. */
  readonly label: (accuracy: string | null, part: 'visible' | 'private') => string;
  /** Whether its picture is a map of the plane, in the colours of two classes. */
  readonly plane: boolean;
  /** The data, and what a network says about them. */
  readonly Picture: Component<PictureProps<View>>;
  /** A configuration drawn small. */
  readonly Sketch: Component<{ submission: Submission }>;
}

interface Shown {
  /** Along each side of a map of the plane. */
  readonly side: number;
  /** Once it is there, what a network says of the private data. */
  readonly reveal: Reveal | null;
}

export interface PictureProps<View> {
  view: View;
  /** Null while there is no network. */
  map: Float32Array | null;
  /** Once it is there, the private data stand in the picture. */
  reveal: Reveal | null;
  label: string;
  /** With its axes, where there is room for them. */
  axes?: boolean;
}

/** What a student plays with. */
export interface Controls<View, Submission extends AnySubmission, Own extends Design<Submission>> {
  readonly designOf: (view: View, start: Submission) => Own;
  /** Whether something has the form of a submission: a phone's own memory may hold anything. */
  readonly isSubmission: (value: object) => value is Submission;
  /** What the trial asks of its worker. */
  readonly task: (view: View, submission: Submission, seed: Seed) => PreviewTask;
  /** The controls, one decision to a tab. */
  readonly tabs: readonly ControlsTab<View, Own>[];
  /** A look inside the network while it learns. */
  readonly Inside: Component<{ view: View; submission: Submission; preview: Preview }>;
}

interface ControlsTab<View, Own> {
  readonly name: string;
  readonly words: () => string;
  readonly Panel: Component<{ design: Own; view: View }>;
}

export type AnyLook = Look<AnyView, AnySubmission>;
export type AnyControls = Controls<AnyView, AnySubmission, Design>;

/**
 * The two places where a family's own types are forgotten: a race shows views and submissions of its own family
 * alone, since the server has checked every submission against the step's configuration.
 */
export const asAnyLook = <View, Submission>(look: Look<View, Submission>): AnyLook =>
  look as unknown as AnyLook;

export const asAnyControls = <View, Submission extends AnySubmission, Own extends Design<Submission>>(
  controls: Controls<View, Submission, Own>,
): AnyControls => controls as unknown as AnyControls;

/** One of the parts that were found by their folder; that there is none is a bug. */
export function foundIn<Part>(parts: Readonly<Record<string, Part>>, path: string): Part {
  const part = parts[path];
  if (!part) throw new Error(`${path} is missing`);
  return part;
}
