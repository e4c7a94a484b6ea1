import { expect, test } from 'vitest';
import type { Written } from '#shared/words';
import { Broadcast } from '../../server/live/room/broadcast';
import { lessonOf, single } from '../support/lesson';
import { Classroom, names } from '../support/session';

const nobody = () => undefined;
const CHANNEL = {
  ...{ greet: nobody, pulse: nobody, roster: nobody, dismiss: nobody, dismissAll: nobody },
  ...{ toRoom: nobody, toSeat: nobody },
};

test('however many come into a lesson with marks, its texts are looked through once', () => {
  let lookedUp = 0;
  const lesson = lessonOf(single());
  const title = lesson.title.it ?? '';
  const written = new Proxy<Written>(
    { [title]: `<em>${title}</em>` },
    {
      getOwnPropertyDescriptor: (texts, text) => {
        lookedUp += 1;
        return Reflect.getOwnPropertyDescriptor(texts, text);
      },
    },
  );
  const room = new Classroom(lesson, { written });
  const broadcast = new Broadcast(CHANNEL, names, () => []);
  const greeting = () => broadcast.whole(room.state, 'screen', null, room.at);
  const first = greeting();
  expect(first).toContain(`"written":{${JSON.stringify(title)}:`);
  expect(lookedUp).toBeGreaterThan(0);
  const once = lookedUp;
  expect([greeting(), greeting()]).toEqual([first, first]);
  expect(lookedUp).toBe(once);
});
