import { MOST_QUESTIONS, type Question, type Report } from '#shared/exchange/report';
import { decode } from '../../encoding';
import { languageOf } from '../../language';
import { faulty } from '../../questions';
import { StepIds } from '../../step-ids';
import { firstWords } from '../../steps';
import { parseXml, type Element } from '../../xml';
import { refuse, type Package, type PackageReader, type TextReader } from '../reader';
import { itemOf, nameOf, typeOf, type Setting } from './item';
import { languageIn } from './language';
import { contentsOf, documentIn } from './package';
import { pathFrom } from './paths';
import { inWordsOfTwo, versionOf } from './words';

/** A single item of QTI 2 or 3. */
export const readQti: TextReader = ({ text, encoding, language }): Report => {
  const root = parseXml(text);
  if (!root.ok) return refuse(root.error);
  const format = versionOf(root.value);
  if (!format) return refuse('unknown-format', root.value.name);
  const item = inWordsOfTwo(root.value);
  // A test only names its items, which are files of their own.
  if (item.name !== 'assessmentItem') return refuse('no-questions', item.name);
  const own = languageIn(item);
  const setting = { ids: new StepIds(), language: own ?? language, has: () => false };
  const question: Question = { place: { unit: 'item', number: 1 }, ...questionOf(item, setting) };
  return { refused: null, format, encoding, title: null, language: own, lesson: null, questions: [question] };
};

const questionOf = (item: Element, setting: Setting) => ({
  name: firstWords(nameOf(item)),
  type: typeOf(item),
  ...itemOf(item, setting),
});

/** All items of a package, read one by one. */
export const readQtiPackage: PackageReader = (whole): Report => {
  const { format, items, seconds, title } = contentsOf(whole);
  if (items.length === 0) return refuse('no-questions');
  if (items.length > MOST_QUESTIONS) return refuse('too-many-questions', String(items.length));
  const ids = new StepIds();
  const guessed = guessedIn(whole, items);
  const languages = new Set<string | null>();
  const questions = items.map((file, i): Question => {
    const place = { unit: 'item', number: i + 1, file } as const;
    const item = documentIn(whole, file);
    if (!item) return { place, name: file, type: 'assessmentItem', ...faulty('broken') };
    const own = languageIn(item);
    languages.add(own);
    const language = own ?? guessed;
    return {
      place,
      ...questionOf(item, { ids, language, has: hasFrom(whole, file), seconds: seconds.get(file) }),
    };
  });
  const [only = null, ...others] = languages;
  const language = others.length === 0 ? only : null;
  return { refused: null, format, encoding: null, title, language, lesson: null, questions };
};

/** Files that are looked at to tell a language. */
const LOOKED_AT = 20;

/** The language that most of a package's items seem to be in. */
const guessedIn = ({ parts }: Package, items: readonly string[]): string =>
  languageOf(
    items
      .slice(0, LOOKED_AT)
      .map((file) => decode(parts.get(file) ?? NOTHING).text)
      .join(' '),
  );

const NOTHING = new Uint8Array(0);

/** Whether a package has a file, by its address in one of its files. */
const hasFrom =
  ({ parts }: Package, file: string) =>
  (address: string): boolean =>
    parts.has(pathFrom(file, address) ?? '');
