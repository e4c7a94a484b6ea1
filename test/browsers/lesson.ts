import type { Lesson, Step } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import { lessons } from '../support/lessons';
import { answerWell, byDrag, byKeys, send, valueOf } from './answers';
import { say, type Class, type Seat } from './class';
import { isDrawn, type Findings } from './looking';
import { press, sees, until } from './window';

const short = lessons.find(({ id }) => id === 'primi-passi') as Lesson;

/** Choices and gates; a step of each further kind is looked at in the long lesson. */
const played = short.steps.slice(0, 5);

/** The step in which a phone is loaded again while a neuron is half tuned. */
const RELOADED = 1;

/** Plays the short lesson's first half, from the teacher's first page to the end. */
export async function playLesson(room: Class, findings: Findings): Promise<void> {
  const { desk, screen, phones } = room;
  const [ada] = phones;
  await findings.look(desk.window, 'desk-welcome');
  await room.signUp();
  await sees(desk.window, { role: 'button', name: say(desk, 'desk_home_start') });
  await findings.look(desk.window, 'desk-home');
  for (const { window } of phones)
    findings.holds(!(await window.run<boolean>('isSecureContext')), 'a phone has a secure context');
  await findings.look(ada.window, 'phone-join');
  await switched(ada, findings);
  const code = await room.start(inLanguage(short.title, [desk.locale]));
  await findings.look(screen.window, 'screen-lobby');
  for (const phone of phones) await room.sit(phone, code);
  await findings.look(ada.window, 'phone-lobby');
  await findings.look(desk.window, 'desk-lobby');
  for (const [index, step] of played.entries()) await playStep(room, step, index, findings);
  await press(desk.window, { role: 'button', within: { css: 'nav .stops > li:last-child' } });
  await sees(ada.window, { name: say(ada, 'student_podium_title') });
  await lookAll(room, 'podium', findings);
  await room.next('desk_next_end');
  await press(desk.window, { role: 'button', name: say(desk, 'desk_end_button') });
  for (const phone of phones) await sees(phone.window, { name: say(phone, 'student_ended_title') });
  await lookAll(room, 'ended', findings);
  await press(ada.window, { role: 'button', name: say(ada, 'review_own_open') });
  await sees(ada.window, { role: 'heading', name: say(ada, 'review_own_title') });
  await findings.look(ada.window, 'phone-own');
  await press(desk.window, { role: 'link', name: say(desk, 'desk_stage_review') });
  await sees(desk.window, { role: 'button', name: say(desk, 'review_replay_open') });
  await findings.look(desk.window, 'desk-review');
}

/** To the other language and back. */
async function switched({ window, locale }: Seat, findings: Findings): Promise<void> {
  const names = { it: 'Italiano', en: 'English' } as const;
  const other = locale === 'it' ? 'en' : 'it';
  for (const to of [other, locale] as const) {
    await press(window, { role: 'button', name: names[to] });
    await sees(window, { role: 'heading', name: say({ window, locale: to }, 'student_join_title') });
    if (to === other) await findings.look(window, `phone-join-other-language`);
  }
}

async function playStep(room: Class, step: Step, index: number, findings: Findings): Promise<void> {
  const { desk, screen, phones } = room;
  const [ada, bo] = phones;
  const see = (seat: Seat, what: string) => findings.look(seat.window, `${index}-${what}`);
  await room.next(index === 0 ? 'desk_next_start' : 'desk_next_step');
  await sees(screen.window, { name: inLanguage(step.prediction?.question ?? step.theory, [screen.locale]) });
  await see(screen, 'screen-waiting');
  await room.next('desk_next_open');
  for (const phone of phones) await sees(phone.window, { name: inLanguage(step.task, [phone.locale]) });
  await answerWell(ada, step, byKeys);
  await answerWell(bo, step, byDrag);
  if (index === RELOADED) await reloaded(ada, findings);
  await see(ada, 'phone-ready');
  if (step.kind === 'gate') await drawn(room, step, findings);
  for (const phone of phones) await send(phone);
  await see(ada, 'phone-sent');
  await sees(screen.window, { name: '2 / 2' });
  await see(screen, 'screen-open');
  await sees(desk.window, { name: say(desk, 'desk_answered_of', { answered: '2', of: '2' }) });
  await see(desk, 'desk-open');
  await room.next('desk_next_close');
  for (const phone of phones) await sees(phone.window, { name: say(phone, 'student_closed') });
  await see(ada, 'phone-closed');
  await see(screen, 'screen-closed');
  await room.next('desk_next_reveal');
  for (const phone of phones) await sees(phone.window, { name: say(phone, 'student_right') });
  await see(ada, 'phone-revealed');
  await see(screen, 'screen-revealed');
  await see(desk, 'desk-revealed');
  await room.next('desk_next_board');
  await sees(ada.window, { name: say(ada, 'student_top_title') });
  await see(ada, 'phone-board');
  await see(screen, 'screen-board');
}

/** The phone's picture is there, and the desk's fills the room that it has. */
async function drawn({ desk, phones }: Class, { id }: Step, findings: Findings): Promise<void> {
  findings.holds(await isDrawn(phones[0].window, 'main svg'), `${id}: nothing is drawn on the phone`);
  findings.holds(await isDrawn(desk.window, 'figure svg', 300), `${id}: the desk's picture is small`);
}

/** What was tuned and not sent is there after the page came again. */
async function reloaded({ window }: Seat, findings: Findings): Promise<void> {
  const slider = { role: 'slider' } as const;
  const tuned = await valueOf(window, slider);
  await window.reload();
  await sees(window, slider);
  await until(window, 'a lesson that goes on', `document.querySelector('main button.wide')`);
  const kept = await valueOf(window, slider);
  findings.holds(kept === tuned, `a reload made ${kept} of ${tuned}`);
}

async function lookAll({ desk, screen, phones }: Class, what: string, findings: Findings): Promise<void> {
  await findings.look(phones[0].window, `phone-${what}`);
  await findings.look(screen.window, `screen-${what}`);
  await findings.look(desk.window, `desk-${what}`);
}
