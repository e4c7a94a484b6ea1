import type { View } from '#shared/activities/race/view';
import type { ClassLabels } from '#shared/tables/own';
import * as m from '../../../i18n/generated/messages.js';
import { say } from '../../../i18n/locale.svelte';

/** What of a teacher's own table stands beside its pictures; null: the race is on other data. */
export const labelsIn = (view: View): ClassLabels | null => (view.data === 'own' ? view.labels : null);

/** What the two classes are called, class 0 first. */
export function classesIn(view: View): readonly [zero: string, one: string] {
  const labels = labelsIn(view);
  return labels
    ? [say(labels.classes[0]), say(labels.classes[1])]
    : [m.race_class_zero(), m.race_class_one()];
}
