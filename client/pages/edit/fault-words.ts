import type { ActivityKind } from '#shared/activities/registry';
import type { Problem } from '#shared/problems';
import { editOf } from '../../activities/edits';
import * as m from '../../i18n/generated/messages.js';
import { codeSentence } from '../../i18n/problems';
import type { Path } from './document/draft';

/** What the fields of a lesson and of a step are called where they are written. */
const fields: Readonly<Record<string, () => string>> = {
  title: m.edit_field_title,
  about: m.edit_lesson_about,
  tags: m.edit_lesson_tags,
  languages: m.edit_part_languages,
  short: m.edit_field_star,
  steps: m.edit_outline,
  task: m.edit_field_task,
  theory: m.edit_field_theory,
  explanation: m.edit_field_explanation,
  mistake: m.edit_field_mistake,
  points: m.edit_field_points,
  seconds: m.edit_field_seconds,
  timing: m.edit_field_timing,
  board: m.edit_field_board,
  note: m.edit_part_note,
  say: m.edit_note_say,
  ask: m.edit_note_ask,
  watchFor: m.edit_note_watch_for,
  ifShort: m.edit_note_if_short,
  answer: m.edit_note_answer,
  prediction: m.edit_part_prediction,
  question: m.edit_prediction_question,
  options: m.edit_options,
  came: m.edit_field_came,
  hints: m.edit_part_hints,
  text: m.edit_text,
  after: m.edit_hint_after,
};

/** Enough of a long way to find its end. */
const LAST = 2;

/** What a field is called, from the outermost in; the third of a list is number 3. */
export function fieldWords(path: Path, kind: ActivityKind | null): string {
  const [root, ...rest] = path;
  const inConfig = root === 'config' && kind !== null;
  const words = inConfig ? inKind(rest, kind) : named(path, (key) => fields[key]?.());
  return words.length > 0 ? words.slice(-LAST).join(' › ') : kindName(kind);
}

const kindName = (kind: ActivityKind | null): string => (kind ? editOf(kind).name() : m.edit_lesson());

const inKind = (path: Path, kind: ActivityKind): readonly string[] => {
  const { labels } = editOf(kind);
  return named(path, (_key, name) => labels?.[name]?.());
};

/** The words of each key of a way; a language by its tag, any other one without words is left out, and a place stands behind what it is a place of. */
function named(path: Path, wordsOf: (key: string, name: string) => string | undefined): readonly string[] {
  const words: string[] = [];
  const keys: string[] = [];
  for (const key of path) {
    if (typeof key === 'number') {
      const list = words.pop();
      const row = wordsOf('', `${keys.join('.')}[]`) ?? list ?? '';
      words.push(`${row} ${key + 1}`.trim());
      continue;
    }
    keys.push(key);
    const found = wordsOf(key, keys.join('.'));
    if (found !== undefined) words.push(found);
    else if (key !== 'id' && /^[a-z]{2}(-|$)/.test(key)) words.push(key);
  }
  return words;
}

/** A problem of a document whose steps have this kind: the field, and what it lacks. */
export function problemWords({ path, code }: Problem, kind: ActivityKind | null): string {
  const inside = path[0] === 'steps' && typeof path[1] === 'number' ? path.slice(2) : path;
  return `${fieldWords(inside, kind)}: ${codeSentence(code)}`;
}
