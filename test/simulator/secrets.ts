import type { Role } from '#shared/session/views';
import { inLanguage } from '#shared/text';
import type { World } from './world';

/** What stands in a frame and must not: by the log as it is on the disk when the frame arrives. */
export function secretsIn(text: string, role: Role, { disk, lesson, seed }: World): string[] {
  const found = [seed, 'token-', 'ticket-', '"secret"'].filter((secret) => text.includes(secret));
  if (role === 'desk') return found;
  const revealed = new Set(
    disk.events.map(({ event }) => (event.type === 'step-revealed' ? event.step : -1)),
  );
  for (const [index, step] of lesson.steps.entries()) {
    if (revealed.has(index)) continue;
    if (
      text.includes(inLanguage(step.explanation, ['en'])) ||
      text.includes(inLanguage(step.mistake, ['en']))
    )
      found.push(`the solution of step ${index}`);
  }
  return text.includes('watch for') ? [...found, "the teacher's note"] : found;
}
