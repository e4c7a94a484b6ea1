import type { WrittenFormat, Written } from '#shared/exchange/report';
import type { Draft } from '#shared/lessons/draft';

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

/** Every format in which a lesson can be taken out, by its name. */
export const writers: Readonly<Partial<Record<WrittenFormat, Writer>>> = { trainoff };
