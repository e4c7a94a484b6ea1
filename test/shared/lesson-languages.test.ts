import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '#shared/text';
import { lessons } from '../support/lessons';

const ROOT = 'lessons';

/** Units and formulas are spelt alike in both languages; words are not. */
const hasWords = (text: string) => /\p{L}{4}/u.test(text);

/** What lessons and networks are called everywhere. */
const NAMES = ['Hugging Face', 'Kaggle', 'Ideogram', 'Midjourney', 'NVIDIA Broadcast', 'NAND', 'Train-off'];

type Text = Readonly<Record<string, string>>;

const isText = (value: object): value is Text =>
  Object.keys(value).every((key) => /^[a-z]{2}(-[A-Z]{2})?$/.test(key) && key !== 'id') &&
  Object.values(value).every((text) => typeof text === 'string');

/** Every text in a document, with where it stands. */
function textsIn(value: unknown, at: string): readonly { at: string; text: Text }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (!Array.isArray(value) && entries.length > 0 && isText(value)) return [{ at, text: value }];
  return entries.flatMap(([key, part]) => textsIn(part, `${at}/${key}`));
}

interface Document {
  readonly id: string;
  readonly steps?: readonly unknown[];
}
const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Document;

const folders = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const heads = folders.map((folder) => `${folder}/lesson.json`);
const steps = folders.flatMap((folder) => {
  const own = join(ROOT, folder, 'steps');
  return existsSync(own) ? readdirSync(own).map((file) => `${folder}/steps/${file}`) : [];
});

test('every folder of lessons is a lesson that the server offers', () => {
  const offered = lessons.map(({ id }) => id);
  expect(heads.map((file) => read(file).id).sort()).toEqual([...offered].sort());
});

test('every file of a step is played in a lesson', () => {
  const played = heads.flatMap((head) =>
    (read(head).steps ?? []).map((step) => posix.join(posix.dirname(head), String(step))),
  );
  expect(steps.filter((file) => !played.includes(file))).toEqual([]);
});

describe.each([...heads, ...steps])('%s', (file) => {
  const texts = textsIn(read(file), file);

  test('says each of its texts in both languages', () => {
    expect(texts.length).toBeGreaterThan(0);
    const missing = texts.filter(({ text }) => locales.some((locale) => !text[locale]?.trim()));
    expect(missing).toEqual([]);
  });

  test('repeats no sentence of one language in the other', () => {
    const same = texts.filter(({ text: { it = '', en = '' } }) => it === en && hasWords(it));
    expect(same.filter(({ text }) => !NAMES.includes(text.it ?? ''))).toEqual([]);
  });
});
