import { activityKinds } from '#shared/activities/registry';
import type { OwnLesson } from '#shared/api';
import type { Locale } from '#shared/text';
import type { Page } from '@playwright/test';
import type { Hands } from '../support/hands';
import { it } from '../support/words';
import { keys } from './support/keys';
import { look } from './support/look';
import { mouse } from './support/mouse';
import { expect, test } from './support/test';
import { beginLesson, writeStep } from './support/writing';

const ways: Readonly<Record<string, (page: Page, locale: Locale) => Hands>> = { mouse, keyboard: keys };

for (const [way, handsOn] of Object.entries(ways))
  test(`a lesson with a step of every kind is made from nothing by ${way}`, async ({ room }) => {
    const { desk, address } = room;
    const hands = handsOn(desk, 'it');
    await beginLesson(hands, `Di tutto un po’, con ${way}`);
    for (const kind of activityKinds) {
      await writeStep(hands, kind);
      await look(desk, `form-${kind}-${way}`);
    }
    await expect(desk.getByRole('heading', { name: it('edit_ready') })).toBeVisible();
    const id = /lessons\/([\w-]+)\/edit/.exec(desk.url())?.[1] ?? '';
    const answer = await desk.request.get(`${address}/api/own-lessons/${id}`);
    const { document, problems } = (await answer.json()) as OwnLesson;
    expect(problems).toEqual([]);
    expect((document as { steps: { kind: string }[] }).steps.map(({ kind }) => kind)).toEqual(activityKinds);
  });
