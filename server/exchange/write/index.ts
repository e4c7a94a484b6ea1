import type { Written, WrittenFormat } from '#shared/exchange/report';
import type { Draft } from '#shared/lessons/draft';
import { writeGift } from './gift';
import { writeMoodleXml } from './moodle-xml';

/** A lesson, finished or not, in one of its languages. */
type Writer = (lesson: Draft, language: string) => Written;

/** The whole of it, as it is: nothing is lost. */
const writeTrainoff: Writer = (lesson) => ({ text: `${JSON.stringify(lesson, null, 2)}\n`, lost: [] });

export const writers: Readonly<Record<WrittenFormat, Writer>> = {
  trainoff: writeTrainoff,
  gift: writeGift,
  'moodle-xml': writeMoodleXml,
};
