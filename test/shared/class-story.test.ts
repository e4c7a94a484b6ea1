import { describe, expect, test } from 'vitest';
import { classStory, FEWEST } from '#shared/session/class-story';
import { review } from '#shared/session/review';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single } from '../support/lesson';
import { bind, cardStep, weatherStep } from '../support/made-up';
import { classOf, names, tokenOf } from '../support/session';

const seats = ['xanthippe', 'zoroastra', 'beatrice', 'dorotea', 'ermenegilda', 'filiberto'];

const answers = (count: number, answer: unknown) =>
  Object.fromEntries(seats.slice(0, count).map((seat) => [seat, answer]));

const storyOf = (room: ReturnType<typeof classOf>) => classStory(review(room.log, names, bind));

describe('the story of a lesson for its class', () => {
  test('has each step whose answer was shown: how many were right, the picture, the explanation', () => {
    const room = classOf(lessonOf(single(), gate(), single({ id: 'last' })), seats);
    room.played(0, { ...answers(5, picks('c')), filiberto: picks('a') });
    room.opened(1).submit('xanthippe', 1, bestNeuron);
    room.host({ type: 'close', step: 1 });
    expect(storyOf(room).steps).toEqual([
      {
        ...{ index: 0, kind: 'choice', title: { it: 'title of single (it)', en: 'title of single' } },
        task: { it: 'task of single (it)', en: 'task of single' },
        view: expect.objectContaining({ several: false }) as unknown,
        reveal: { right: ['c'], told: null },
        explanation: { it: 'explanation of single (it)', en: 'explanation of single' },
        told: {
          ...{ few: false, answered: 6, right: 5 },
          picture: { answers: 6, counts: { a: 1, b: 0, c: 5, d: 0 } },
          together: null,
        },
      },
    ]);
  });

  test('does not tell what was answered where fewer than five did', () => {
    const room = classOf(lessonOf(single(), gate()), seats);
    room.played(0, answers(FEWEST - 1, picks('a'))).played(1, answers(FEWEST, silentNeuron));
    const [few, many] = storyOf(room).steps;
    expect(few?.told).toEqual({ few: true });
    expect(few?.explanation).not.toBeNull();
    expect(many?.told).toMatchObject({ few: false, answered: FEWEST, right: 0 });
  });

  test('has what was only shown, and no grade where nothing was graded', () => {
    const room = classOf(lessonOf(cardStep(), weatherStep(false)), seats, { bind });
    room.go({ at: 'step', step: 0 });
    room.played(1, answers(6, { degrees: 20 }));
    expect(storyOf(room).steps.map(({ told }) => told)).toMatchObject([null, { answered: 6, right: null }]);
  });

  test('has no name, no seat, no secret, and nothing else of anybody', () => {
    const room = classOf(lessonOf(single(), gate()), seats);
    room.played(0, answers(6, picks('c')));
    room.played(1, { ...answers(5, bestNeuron), filiberto: silentNeuron });
    room.host({ type: 'kick', seat: 'dorotea' });
    const story = storyOf(room);
    const told = JSON.stringify(story);
    for (const seat of seats) {
      expect(told).not.toContain(seat);
      expect(told).not.toContain(names(`row-${seat}`));
      expect(told).not.toContain(tokenOf(seat));
    }
    expect(Object.keys(story).sort()).toEqual(['steps', 'title', 'wall']);
    for (const key of ['"at"', '"seq"', '"points"', '"rank"', '"submissions"', '"share"', '"mistakes"'])
      expect(told).not.toContain(key);
  });
});
