import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftStep, Loss, Report, Written } from '#shared/exchange/report';
import { readLesson } from '#shared/lessons/check';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { readGift } from '../../../server/exchange/read/gift/read';
import { readMoodleXml } from '../../../server/exchange/read/moodle-xml';
import { writers } from '../../../server/exchange/writers';
import { carried } from '../../support/carried';
import { randomLessons } from '../../support/random-lessons';

const RUNS = 1_000;

const lostOf = ({ lost }: Written, step: number): readonly Loss[] =>
  lost.find((one) => one.step === step)?.lost ?? [];

const isLeftOut = (lost: readonly Loss[]): boolean => lost.some(({ code }) => code === 'not-in-this-format');

/** Reads what was written, and holds each question against its step, up to what the report named. */
function comesBack(lesson: Lesson, written: Written, report: Report): void {
  if (report.refused !== null) {
    expect(lesson.steps.every((_, i) => isLeftOut(lostOf(written, i)))).toBe(true);
    return;
  }
  const kept = lesson.steps.flatMap((step, i): { step: Step; lost: readonly Loss[] }[] => {
    const lost = lostOf(written, i);
    return isLeftOut(lost) ? [] : [{ step, lost }];
  });
  expect(report.questions.map(({ becomes }) => becomes)).toEqual(kept.map(({ step }) => step.kind));
  for (const [i, { step, lost }] of kept.entries()) {
    const question = report.questions[i];
    if (!question || question.becomes === null) throw new Error(`question ${i} was not taken`);
    expect(carried(question.step, lost)).toEqual(carried(step as DraftStep, lost));
  }
}

const file = (text: string) => ({ name: 'x', encoding: 'utf-8', text, language: 'it' }) as const;

describe('a lesson that is written as questions of others and read in again', () => {
  test('is one that can be played', () => {
    fc.assert(
      fc.property(randomLessons, (lesson) => {
        expect(readLesson(lesson)).toMatchObject({ ok: true });
      }),
      { numRuns: 100 },
    );
  });

  test('is the same up to what the report named, as Moodle XML', () => {
    fc.assert(
      fc.property(randomLessons, (lesson) => {
        const written = writers['moodle-xml'].write(lesson, 'it');
        comesBack(lesson, written, readMoodleXml(file(written.text)));
      }),
      { numRuns: RUNS },
    );
  });

  test('is the same up to what the report named, as GIFT', () => {
    fc.assert(
      fc.property(randomLessons, (lesson) => {
        const written = writers.gift.write(lesson, 'it');
        comesBack(lesson, written, readGift(file(written.text)));
      }),
      { numRuns: RUNS },
    );
  });
});
