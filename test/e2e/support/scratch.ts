import { expect } from '@playwright/test';
import type { Started } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import type { Classroom } from './classroom';

/** A session of a lesson that does not come with the product: its teacher's page sends it. Answers with its code. */
export async function startScratch(room: Classroom, lesson: Lesson): Promise<string> {
  const { id } = await room.desk.evaluate(async (document) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ document });
    return (await (await fetch('/api/sessions', { method: 'POST', headers, body })).json()) as Started;
  }, lesson);
  await room.desk.goto(`${room.address}/teach/sessions/${id}`);
  const code = room.desk.getByText(/^\d{3}\s\d{3}$/).first();
  await expect(code).toBeVisible();
  return (await code.innerText()).replace(/\s/g, '');
}
