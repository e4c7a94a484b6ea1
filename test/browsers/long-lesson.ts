import type { Lesson, Step } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import { lessons } from '../support/lessons';
import { send } from './answers';
import { say, type Class } from './class';
import { isDrawn, type Findings } from './looking';
import { press, sees } from './window';

const long = lessons.find(({ steps }) => steps.some(({ kind }) => kind === 'race')) as Lesson;

/** The first step of each kind that the short lesson has none of. */
const others = ['race', 'numeric', 'separating-line', 'xor-proof'].map(
  (kind) => long.steps.find((step) => step.kind === kind) as Step,
);

/** A race, whose trial is trained on the phone; then the other kinds, which nobody answers. */
export async function playLongLesson(room: Class, findings: Findings): Promise<void> {
  const { address, desk, phones } = room;
  const [ada] = phones;
  await desk.window.open(`${address}/teach`);
  const code = await room.start(inLanguage(long.title, [desk.locale]));
  await ada.window.open(address);
  await room.sit(ada, code);
  for (const step of others) {
    await openStep(room, step);
    if (step.kind === 'race') await race(room, findings);
    await look(room, step, 'open', findings);
    await room.next('desk_next_close');
    await room.next('desk_next_reveal');
    await sees(ada.window, { name: inLanguage(step.explanation, [ada.locale]) });
    await look(room, step, 'revealed', findings);
  }
}

/** Goes to a step by the lesson's line, and opens it. */
async function openStep({ desk, phones, next }: Class, step: Step): Promise<void> {
  const [ada] = phones;
  const words = inLanguage(step.title, [desk.locale]);
  await press(desk.window, { role: 'button', within: { css: 'nav .stops > li', words } });
  await next('desk_next_open');
  await sees(ada.window, { role: 'heading', name: inLanguage(step.task, [ada.locale]) });
}

/** Tries a network on the phone, and sends it. */
async function race({ phones }: Class, findings: Findings): Promise<void> {
  const [ada] = phones;
  await press(ada.window, { role: 'button', name: say(ada, 'race_start'), exact: true });
  await sees(ada.window, { role: 'button', name: say(ada, 'race_again'), exact: true });
  findings.holds(await isDrawn(ada.window, 'main canvas'), 'the map of a race is empty');
  await findings.look(ada.window, 'race-phone-tried');
  await send(ada);
  await sees(ada.window, { name: say(ada, 'race_run_counts') });
}

async function look({ desk, screen, phones }: Class, { kind }: Step, phase: string, findings: Findings) {
  await findings.look(phones[0].window, `${kind}-phone-${phase}`);
  await findings.look(screen.window, `${kind}-screen-${phase}`);
  await findings.look(desk.window, `${kind}-desk-${phase}`);
}
