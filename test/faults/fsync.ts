import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindStep } from '#shared/activities/registry';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { rng } from '#shared/rng';
import type { Stage } from '#shared/session/events';
import { accepted, openClients, takeSeat, type Clients } from '../load/clients';
import { openSchool, type Session } from '../load/school';
import { temporaryFolder } from '../support/folder';
import type { Player } from '../support/player';
import { preceded, type AckedAnswer } from './durable';
import type { Fault, Form, Taken } from './fault';
import { findStrace, straceInto } from './strace';
import { parseTrace } from './trace';
import { lessons } from '../support/lessons';

const PHONES = 20;
const ANSWERS = 100;

/** Every ack comes after the fsync of its commit: seen from outside, in the system calls of a whole server. */
export const fsync: Fault = {
  unplayable: () => (findStrace() ? null : 'it needs strace (Debian: apt-get install strace)'),
  play: proveEveryAck,
};

async function proveEveryAck({ say }: Form): Promise<Taken> {
  const folder = temporaryFolder();
  const trace = join(folder.path, 'trace');
  const lesson = lessons[0] as Lesson;
  const school = await openSchool(lesson, straceInto(trace));
  const answers = await play(lesson, school.session).finally(school.stop);
  const good = preceded(parseTrace(readFileSync(trace, 'latin1')), answers);
  folder.remove();
  const share = Math.floor((100 * good) / answers.length);
  say(`acks ${answers.length}, preceded by fsync ${good} (faults.fsync ${share} %)`);
  const findings = [
    ...(answers.length === ANSWERS ? [] : [`${answers.length} acks instead of ${ANSWERS}`]),
    ...(good === answers.length ? [] : [`${answers.length - good} acks without a sync before them`]),
  ];
  return { findings, figures: [{ name: 'faults.fsync', value: share, unit: '%' }] };
}

async function play(lesson: Lesson, session: Session): Promise<AckedAnswer[]> {
  const clients = await openClients(session);
  const phones = Array.from({ length: PHONES }, () => clients.newPhone());
  await Promise.all(phones.map((phone, i) => takeSeat(phone, `Student ${i + 1}`)));
  const acked: AckedAnswer[] = [];
  let from: Stage = { at: 'lobby' };
  for (const [index, step] of lesson.steps.slice(0, ANSWERS / PHONES).entries()) {
    const to: Stage = { at: 'step', step: index };
    await accepted(clients.desk, { type: 'go', from, to });
    acked.push(...(await answerAll(clients, phones, index, step)));
    from = to;
  }
  clients.close();
  return acked;
}

/** All answer at once, so that commits are shared as they are in a class. */
async function answerAll({ desk }: Clients, phones: readonly Player[], index: number, step: Step) {
  const activity = bindStep(step);
  if (!activity.ok) throw new Error(activity.error);
  await accepted(desk, { type: 'open', step: index });
  const answers = phones.map(async (phone, i) => {
    await phone.until(({ own }) => own?.step?.index === index && own.step.view !== null);
    const id = randomUUID();
    const submission = activity.value.answers?.bots.random(rng(`${i}`, `answer to ${index}`), '');
    const { seq } = await accepted(phone, { type: 'submit', step: index, submission }, id);
    return { id, seq };
  });
  const acked = await Promise.all(answers);
  await accepted(desk, { type: 'close', step: index });
  return acked;
}
