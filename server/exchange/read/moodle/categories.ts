import { first, textOf, type Element } from '../../xml';

/** Courses, systems and "top", which nobody has given a name. */
const UNNAMED = /^(?:\$\w+\$|top)$/;

/** The parts of a category's path; a slash in a name is doubled. */
function partsOf(path: string): readonly string[] {
  const parts = path.replaceAll('//', '\0').split('/');
  return parts.map((part) => part.replaceAll('\0', '/').trim()).filter((part) => part && !UNNAMED.test(part));
}

/** What a `question` of the type `category` says of those behind it: the parts of its path. */
export const categoryOf = (question: Element): readonly string[] =>
  partsOf(textOf(first(question, 'category')));
