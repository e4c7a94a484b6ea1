import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import type { Step } from '#shared/lessons/lesson';
import type { DeskRequest } from '#shared/protocol';
import type { Stage } from '#shared/session/events';
import { inLanguage } from '#shared/text';
import { activityOf } from '../../support/bound';
import { it, words } from '../../support/words';
import { answer } from './answers';
import { Classroom } from './classroom';
import { keptOf, saved } from './editor';
import { enter, sit, withFingers, withKeys } from './seat';
import { expect } from './test';

/** Downloads a lesson of the shelf as a file of Trainoff's own; answers its path. */
async function takeOut(room: Classroom, title: string): Promise<string> {
  const { desk } = room;
  await desk.goto(`${room.address}/teach`);
  const menu = it('shelf_menu', { title });
  await room.lesson(title).getByRole('button', { name: menu }).click();
  await desk.getByRole('menuitem', { name: it('shelf_export'), exact: true }).click();
  const download = desk.waitForEvent('download');
  await desk.getByRole('link', { name: it('exchange_out_download') }).click();
  return (await download).path();
}

/** Takes a lesson's file out of the room and into a fresh server, whose room is answered with the lesson's id there. */
export async function handedOn(
  room: Classroom,
  browser: Browser,
  title: string,
): Promise<[Classroom, string]> {
  const file = await takeOut(room, title);
  const there = await Classroom.open(browser);
  const { desk } = there;
  await desk.getByRole('link', { name: it('shelf_import') }).click();
  await desk
    .getByLabel(it('exchange_choose'))
    .setInputFiles({ name: 'lezione.json', mimeType: 'application/json', buffer: readFileSync(file) });
  await expect(desk.getByText(it('exchange_format_trainoff'))).toBeVisible();
  const { steps } = JSON.parse(readFileSync(file, 'utf8')) as { readonly steps: readonly unknown[] };
  await desk.getByRole('button', { name: it('exchange_take', { count: String(steps.length) }) }).click();
  await desk.waitForURL(/\/teach\/lessons\/[\w-]+\/edit$/);
  await saved(desk);
  return [there, /lessons\/([\w-]+)\/edit/.exec(desk.url())?.[1] ?? ''];
}

/** Three phones play every step of a lesson that can be started from its editor: two with fingers, one with keys, in English. */
export async function playedByThree(room: Classroom, lesson: string): Promise<void> {
  const { document, problems } = await keptOf(room.desk, lesson);
  expect(problems).toEqual([]);
  const steps = document.steps as readonly Step[];
  await room.desk.getByRole('button', { name: it('desk_home_start') }).click();
  await room.desk.waitForURL(/\/teach\/sessions\/[\w-]+$/);
  const shown = room.desk.getByText(/^\d{3}\s\d{3}$/).first();
  await expect(shown).toBeVisible();
  const code = (await shown.innerText()).replace(/\s/g, '');
  const students = [await withFingers(room, 'it'), await withKeys(room, 'en'), await withFingers(room, 'it')];
  for (const hands of students) {
    await enter(hands, code);
    await sit(hands);
  }
  const desk = await room.line();
  const drive = async (...requests: readonly DeskRequest[]) => {
    for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
  };
  let from: Stage = { at: 'lobby' };
  for (const [index, step] of steps.entries()) {
    const to = { at: 'step', step: index } as const;
    await drive({ type: 'go', from, to });
    from = to;
    const answered = 'answers' in activityOf(step.kind);
    if (answered) await drive({ type: 'open', step: index });
    for (const { page, locale } of students)
      await expect(page.getByRole('heading', { name: inLanguage(step.task, [locale]) })).toBeVisible();
    if (!answered) continue;
    await Promise.all(students.map((hands, i) => answer(hands, step, i === 2 ? 'somehow' : 'well')));
    await drive({ type: 'close', step: index });
    // The server may have to train the last networks first, or to reckon the class.
    const reveal = () => desk.command({ type: 'reveal', step: index });
    await expect.poll(reveal, { timeout: 60_000 }).toMatchObject({ ok: true });
    for (const { page, locale } of students)
      await expect(page.getByText(inLanguage(step.explanation, [locale]))).toBeVisible();
    if (!('grades' in activityOf(step.kind))) continue;
    for (const { page, locale } of students)
      await expect(page.getByRole('region', { name: words(locale, 'student_your_result') })).toBeVisible();
  }
  desk.close();
}
