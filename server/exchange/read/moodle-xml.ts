import { MOST_QUESTIONS, type Question, type Report } from '#shared/exchange/report';
import { StepIds } from '../step-ids';
import { firstWords } from '../steps';
import { all, first, parseXml, type Element } from '../xml';
import { categoryOf } from './moodle/categories';
import { nameOf, questionOf } from './moodle/question';
import { Sayings } from './moodle/texts';
import { refuse, type TextReader } from './reader';

interface Entry {
  readonly question: Element;
  /** The path of the category that it stands in. */
  readonly category: readonly string[];
}

function entriesOf(quiz: Element): readonly Entry[] {
  let category: readonly string[] = [];
  return all(quiz, 'question').flatMap((question): Entry[] => {
    if (question.attributes.type !== 'category') return [{ question, category }];
    category = categoryOf(question);
    return [];
  });
}

const pathOf = ({ category }: Entry): string => category.join(' / ');

/** A bank of one category is called as that is; of several each question says where it stood. */
function questionsOf(entries: readonly Entry[], language: string): readonly Question[] {
  const ids = new StepIds();
  const several = new Set(entries.map(pathOf)).size > 1;
  return entries.map((entry, i): Question => {
    const { question } = entry;
    const outcome = questionOf(question, ids, language);
    const about = {
      place: { unit: 'item', number: i + 1 },
      name: firstWords(nameOf(question) || new Sayings().say(first(question, 'questiontext'))),
      type: question.attributes.type ?? '',
    } as const;
    if (outcome.becomes === null || !several || pathOf(entry) === '') return { ...about, ...outcome };
    return {
      ...about,
      ...outcome,
      lost: [...outcome.lost, { code: 'category', what: pathOf(entry).slice(0, 200) }],
    };
  });
}

/** Questions as Moodle hands them out, in XML. */
export const readMoodleXml: TextReader = ({ text, encoding, language }): Report => {
  const root = parseXml(text);
  if (!root.ok) return refuse(root.error);
  const entries = entriesOf(root.value);
  if (entries.length === 0) return refuse('no-questions');
  if (entries.length > MOST_QUESTIONS) return refuse('too-many-questions', String(entries.length));
  const [only, ...others] = [...new Map(entries.map((entry) => [pathOf(entry), entry.category])).values()];
  const title = others.length === 0 ? (only?.at(-1) ?? null) : null;
  const questions = questionsOf(entries, language);
  return { refused: null, format: 'moodle-xml', encoding, title, language: null, lesson: null, questions };
};
