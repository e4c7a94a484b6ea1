import type { WrittenFormat, Written } from '#shared/exchange/report';
import type { Draft } from '#shared/lessons/draft';
import { writeGift } from './write/gift';
import { writeMoodleXml } from './write/moodle-xml';

/** How lessons are written in a format. */
export interface Writer {
  /** Of the file, as HTTP names it. */
  readonly type: string;
  /** What a file's name ends with. */
  readonly ending: string;
  /** A lesson in one of its languages, and what of it the format cannot hold. */
  readonly write: (lesson: Draft, language: string) => Written;
}

/** Our own format: the document itself, of which nothing is lost, whatever language is asked for. */
const trainoff: Writer = {
  type: 'application/json; charset=utf-8',
  ending: 'trainoff.json',
  write: (lesson) => ({ text: `${JSON.stringify(lesson, null, 2)}\n`, lost: [] }),
};

/** Moodle reads it as text. */
const gift: Writer = { type: 'text/plain; charset=utf-8', ending: 'gift', write: writeGift };

const moodleXml: Writer = { type: 'application/xml; charset=utf-8', ending: 'xml', write: writeMoodleXml };

/** Every format in which a lesson can be taken out, by its name. */
export const writers: Readonly<Record<WrittenFormat, Writer>> = {
  trainoff,
  gift,
  'moodle-xml': moodleXml,
};
