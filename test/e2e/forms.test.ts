import type { Page } from '@playwright/test';
import { activityKinds, type ActivityKind } from '#shared/activities/registry';
import type { Locale } from '#shared/text';
import type { Hands } from '../support/hands';
import { it } from '../support/words';
import { keptOf, saved } from './support/editor';
import { handedOn, playedByThree } from './support/handed-on';
import { keys } from './support/keys';
import { look } from './support/look';
import { mouse } from './support/mouse';
import { expect, test } from './support/test';
import { beginLesson, writeStep } from './support/writing';

/** With a form made by hand, or from the schema; where somebody has the time (`npm run test:lecture`), all. */
const everyKind = process.env.TRAINOFF_EVERY_STEP !== undefined;
const kindsFor = (short: readonly ActivityKind[]) => (everyKind ? activityKinds : short);

interface Way {
  readonly name: string;
  readonly handsOn: (page: Page, locale: Locale) => Hands;
  readonly kinds: readonly ActivityKind[];
  /** From a step's form back to the line of steps. */
  readonly back: (page: Page) => Promise<void>;
  /** Whether the lesson goes on to another server, where a class plays it. */
  readonly carries: boolean;
}

const ways: readonly Way[] = [
  {
    name: 'mouse',
    handsOn: mouse,
    kinds: kindsFor(['choice', 'numeric', 'order', 'separating-line', 'race', 'class-network', 'slide']),
    back: () => Promise.resolve(),
    carries: true,
  },
  {
    name: 'keyboard',
    handsOn: keys,
    kinds: kindsFor(['choice', 'order', 'gate', 'text']),
    back: (page) => page.keyboard.press('Escape'),
    carries: false,
  },
];

for (const { name, handsOn, kinds, back, carries } of ways)
  test(`a lesson is made from nothing, kind by kind, by ${name} alone${carries ? ', taken out, brought into a fresh server, and played by three phones' : ''}`, async ({
    room,
    browser,
  }) => {
    const { desk } = room;
    const hands = handsOn(desk, 'it');
    const title = `Di tutto un po’, con ${name}`;
    await beginLesson(hands, title);
    for (const kind of kinds) {
      await writeStep(hands, kind);
      await look(desk, `form-${kind}-${name}`);
      await back(desk);
    }
    await expect(desk.getByRole('heading', { name: it('edit_ready') })).toBeVisible();
    await saved(desk);
    const id = /lessons\/([\w-]+)\/edit/.exec(desk.url())?.[1] ?? '';
    const { document, problems } = await keptOf(desk, id);
    expect(problems).toEqual([]);
    expect(document).toMatchObject({ steps: kinds.map((kind) => ({ kind })) });
    if (!carries) return;
    const [there, lesson] = await handedOn(room, browser, title);
    try {
      expect((await keptOf(there.desk, lesson)).document).toEqual(document);
      await playedByThree(there, lesson);
    } finally {
      await there.close();
    }
  });
