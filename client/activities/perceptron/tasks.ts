import type { Component } from 'svelte';
import type { Reveal, Submission, Summary, View } from '#shared/activities/perceptron/index';
import type { PlayProps, ReviewProps, ScreenProps } from '../activity';

type TaskName = 'gate' | 'data' | 'proof';

/** What a view is of. */
export function taskOf(view: View): TaskName {
  if ('gate' in view) return 'gate';
  return 'data' in view ? 'data' : 'proof';
}

type Props =
  | PlayProps<View, Submission, Reveal>
  | ScreenProps<View, Summary, Reveal>
  | ReviewProps<View, Submission, Reveal>;

/** A component for each task, their types forgotten: each is given only what its own task's rules built. */
export const among = <P extends Props>(
  parts: Readonly<Record<TaskName, Component<never>>>,
): Readonly<Record<TaskName, Component<P>>> => parts as unknown as Readonly<Record<TaskName, Component<P>>>;
