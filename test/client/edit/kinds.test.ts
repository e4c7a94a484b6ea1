import { expect, test } from 'vitest';
import { activityKinds } from '#shared/activities/registry';
import { secondsOf } from '../../../client/pages/edit/kinds';
import { lessons } from '../../support/lessons';

test('a new step of a kind is open for as long as those of the built-in lessons', () => {
  const steps = lessons.flatMap((lesson) => lesson.steps);
  for (const kind of activityKinds) {
    const given = steps.filter((step) => step.kind === kind).flatMap(({ seconds }) => seconds ?? []);
    if (given.length === 0 || kind === 'slide') continue;
    expect(secondsOf(kind), kind).toBeGreaterThanOrEqual(Math.min(...given));
    expect(secondsOf(kind), kind).toBeLessThanOrEqual(Math.max(...given));
  }
});
