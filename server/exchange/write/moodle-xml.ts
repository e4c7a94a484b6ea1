import type { Written } from '#shared/exchange/report';
import type { Draft } from '#shared/lessons/draft';
import { inLanguage } from '#shared/text';
import { asked, type Item, type Shown } from './item';
import { lostMarks } from './lost-marks';
import { htmlAgain, htmlOf } from './marked';
import { moodleBody } from './moodle-bodies';
import { element, htmlText, inXml, plainText } from './xml-text';
import { writtenAs, type Piece } from './written';

const HTML = { format: 'html' };

interface File {
  readonly name: string;
  readonly base64: string;
  readonly alt: string;
}

/** The picture of a slide as a file of its question. */
function fileOf({ picture }: Shown): File | null {
  const [, type = '', base64 = ''] = /^data:image\/(\w+);base64,(.*)$/.exec(picture?.data ?? '') ?? [];
  return base64 && picture ? { name: `picture.${type}`, base64, alt: picture.alt } : null;
}

function questionText({ head: { task }, body }: Item): string {
  const html = htmlOf(asked(task, body));
  const file = body.type === 'shown' ? fileOf(body) : null;
  if (!file) return htmlText(html);
  const image = `<p><img src="@@PLUGINFILE@@/${file.name}" alt="${inXml(file.alt)}"></p>`;
  const attributes = { name: file.name, path: '/', encoding: 'base64' };
  return htmlText(`${html}\n${image}`) + element('file', file.base64, attributes);
}

function question(item: Item): string {
  const { id, name, explanation, hints, points } = item.head;
  const { type, parts } = moodleBody(item.body);
  const inside = [
    element('name', plainText(name)),
    element('questiontext', questionText(item), HTML),
    element('generalfeedback', explanation ? htmlText(htmlOf(explanation)) : plainText(''), HTML),
    element('defaultgrade', String(points / 1_000)),
    // A hint costs nothing here.
    element('penalty', '0'),
    element('idnumber', id),
    ...parts,
    ...hints.map((hint) => element('hint', htmlText(htmlOf(hint)), HTML)),
  ];
  return `  ${element('question', `\n    ${inside.join('\n    ')}\n  `, { type })}\n`;
}

const write = (item: Item): Piece => ({ text: question(item), lost: lostMarks(item, htmlAgain) });

/** Moodle's own name for the place of a course's questions; a slash in a name is doubled. */
function categoryOf(lesson: Draft, language: string): string {
  const title = inLanguage(lesson.title ?? {}, [language]) || lesson.id;
  const path = `$course$/top/${title.replace(/\s+/g, ' ').replaceAll('/', '//')}`;
  return element('question', element('category', plainText(path)), { type: 'category' });
}

/** A lesson as Moodle XML in one language, in UTF-8, in a category that is called as the lesson is. */
export function writeMoodleXml(lesson: Draft, language: string): Written {
  const { text, lost } = writtenAs(lesson, language, write);
  const questions = `  ${categoryOf(lesson, language)}\n${text}`;
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions}</quiz>\n`, lost };
}
