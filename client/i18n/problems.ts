import type { Problem, ProblemCode } from '#shared/problems';
import * as m from './generated/messages.js';

/**
 * What is wrong with a lesson and where, as one sentence: the step by its number, and then the fields as the document
 * names them, because that is where its author looks for them.
 */
export function problemSentence({ path, code }: Problem): string {
  const what = sentences[code]();
  const [root, index, ...inside] = path;
  if (root === 'steps' && typeof index === 'number') {
    const step = index + 1;
    if (inside.length === 0) return m.problem_in_step({ step, what });
    return m.problem_in_step_at({ step, where: fields(inside), what });
  }
  return path.length === 0 ? m.problem_in_lesson({ what }) : m.problem_at({ where: fields(path), what });
}

/** What a code says, where it stands beside what it is about: a sentence of its own. */
export function codeSentence(code: ProblemCode): string {
  const what = sentences[code]();
  return what.charAt(0).toUpperCase() + what.slice(1);
}

/** Fields from the outermost in; the third option of a list is option 3. */
const fields = (path: Problem['path']): string =>
  path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ');

const sentences: Readonly<Record<ProblemCode, () => string>> = {
  'not-json': () => m.problem_not_json(),
  'not-an-object': () => m.problem_not_an_object(),
  'version-unknown': () => m.problem_version_unknown(),
  'too-deep': () => m.problem_too_deep(),
  'too-many-parts': () => m.problem_too_many_parts(),
  missing: () => m.problem_missing(),
  'unknown-field': () => m.problem_unknown_field(),
  'wrong-type': () => m.problem_wrong_type(),
  'not-one-of': () => m.problem_not_one_of(),
  malformed: () => m.problem_malformed(),
  empty: () => m.problem_empty(),
  'too-short': () => m.problem_too_short(),
  'too-long': () => m.problem_too_long(),
  'too-few': () => m.problem_too_few(),
  'too-many': () => m.problem_too_many(),
  'too-small': () => m.problem_too_small(),
  'too-large': () => m.problem_too_large(),
  'not-whole': () => m.problem_not_whole(),
  'same-id': () => m.problem_same_id(),
  'named-twice': () => m.problem_named_twice(),
  'not-there': () => m.problem_not_there(),
  'none-wrong': () => m.problem_none_wrong(),
  'several-right': () => m.problem_several_right(),
  'why-of-right': () => m.problem_why_of_right(),
  'starts-right': () => m.problem_starts_right(),
  undecided: () => m.problem_undecided(),
  uneven: () => m.problem_uneven(),
  'mistake-is-right': () => m.problem_mistake_is_right(),
  'numbers-missing': () => m.problem_numbers_missing(),
  'wrong-order': () => m.problem_wrong_order(),
  'not-apart': () => m.problem_not_apart(),
  'does-not-fit': () => m.problem_does_not_fit(),
};
