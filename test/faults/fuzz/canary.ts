import { judge } from '#shared/activities/bound';
import { bindStep } from '#shared/activities/registry';
import type { Lesson } from '#shared/lessons/lesson';
import { rng } from '#shared/rng';
import { accepted, openClients, takeSeat } from '../../load/clients';
import { anotherSession, type Session } from '../../load/school';

/** What stands in every name of the canary's class, and nowhere else. */
export const MARK = 'Canary';

const SAYS = ['knows', 'constant', 'knows'] as const;

/** A class of three plays the first question in a session of its own; what was not as it must be. */
export async function sing(school: Session, lesson: Lesson): Promise<string[]> {
  const clients = await openClients(await anotherSession(school, lesson));
  const { desk, screen } = clients;
  const [step] = lesson.steps;
  const bound = step ? bindStep(step) : null;
  const answers = bound?.ok ? bound.value.answers : null;
  if (!bound?.ok || !answers) throw new Error('the lesson has no first step');
  const phones = SAYS.map(() => clients.newPhone());
  for (const [i, phone] of phones.entries()) await takeSeat(phone, `${MARK} ${i + 1}`);
  await accepted(desk, { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await accepted(desk, { type: 'open', step: 0 });
  const expected: number[] = [];
  for (const [i, phone] of phones.entries()) {
    await phone.until(({ own }) => own?.step?.view != null);
    const submission = answers.bots[SAYS[i] ?? 'knows'](rng(`${i}`, 'canary'), '');
    const judged = judge(bound.value, submission, null, { seat: '', secret: '' });
    expected.push(judged.ok && judged.value.outcome === 'graded' ? judged.value.grade.score : -1);
    await accepted(phone, { type: 'submit', step: 0, submission });
  }
  await accepted(desk, { type: 'close', step: 0 });
  await accepted(desk, { type: 'reveal', step: 0 });
  await Promise.all(phones.map((phone) => phone.until(({ own }) => own?.step?.result != null)));
  await screen.until(({ common }) => common?.step?.phase === 'revealed');
  const scores = phones.map(({ own }) => own?.step?.result?.score);
  await accepted(desk, { type: 'end' });
  clients.close();
  const right = JSON.stringify(scores) === JSON.stringify(expected);
  return right
    ? []
    : [`the canary's class got ${JSON.stringify(scores)} instead of ${JSON.stringify(expected)}`];
}
