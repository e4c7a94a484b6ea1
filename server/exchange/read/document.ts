import * as v from 'valibot';
import type { Report } from '#shared/exchange/report';
import { stepOutOfBounds } from '#shared/lessons/bounds';
import { draftSchema, draftStepSchema, type Draft } from '#shared/lessons/draft';
import { problemOf } from '#shared/lessons/issues';
import { LESSON_VERSION, upgradeLesson } from '#shared/lessons/upgrade';
import { inLanguage } from '#shared/text';
import type { Problem } from '#shared/problems';
import { faulty } from '../questions';
import { StepIds } from '../step-ids';
import { Losses } from '../steps';
import { refuse, reportOf, type Outcome, type TextFile } from './reader';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (raw: unknown): raw is Fields =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** Objects and lists in one another; a lesson has 16. */
const DEEPEST = 64;

/** Whether more is open at once than in any lesson, before memory is given to it. What stands in a text is no bracket. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inText && character === '\\') at += 1;
    else if (character === '"') inText = !inText;
    else if (inText) continue;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function parsed(text: string): { readonly raw: unknown } | null {
  try {
    return { raw: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** What the document says beside its steps, as far as it is right. */
function headOf(fields: Fields): Omit<Draft, 'steps'> {
  const { steps: _steps, ...entries } = draftSchema.entries;
  const kept = Object.entries(entries).flatMap(([name, schema]) => {
    const part = v.safeParse(schema, fields[name]);
    return part.success && fields[name] !== undefined ? [[name, part.output] as const] : [];
  });
  const said = Object.fromEntries(kept) as Partial<Omit<Draft, 'steps'>>;
  return { ...said, version: LESSON_VERSION, id: said.id ?? 'lesson' };
}

const pathOf = ({ path, code }: Problem): string => [...path, code].join(' / ');

function becomes(step: unknown, index: number, ids: StepIds): Outcome {
  const huge = stepOutOfBounds(step, index);
  if (huge) return faulty('broken', huge.code);
  const read = v.safeParse(draftStepSchema, step);
  if (!read.success) return faulty('broken', pathOf(problemOf(read.issues[0])));
  const losses = new Losses();
  const id = ids.of(read.output.id);
  if (id !== read.output.id) losses.add('id-changed', read.output.id);
  return { becomes: read.output.kind, step: { ...read.output, id }, lost: losses.all };
}

function nameOf(step: unknown, language: string): string {
  if (!isFields(step)) return '';
  const read = v.safeParse(draftStepSchema.entries.title, step.title);
  const title = read.success && read.output ? inLanguage(read.output, [language]) : '';
  return title || (typeof step.id === 'string' ? step.id.slice(0, 40) : '');
}

/**
 * A lesson of ours, of any version: step by step, so that one that is broken leaves the others alone. One that only a
 * newer build can read is named as such.
 */
export function readDocument({ text, encoding, language }: TextFile): Report {
  if (isTooDeep(text)) return refuse('too-deep');
  const json = parsed(text.replace(/^\uFEFF/, ''));
  if (!json) return refuse('not-json');
  const { raw } = json;
  if (!isFields(raw) || !Array.isArray(raw.steps)) return refuse('unknown-format', 'JSON');
  const lesson = upgradeLesson(raw);
  if (!lesson.ok) return refuse('unknown-format', `Trainoff ${String(raw.version).slice(0, 20)}`);
  const steps = (Array.isArray(lesson.value.steps) ? lesson.value.steps : []) as readonly unknown[];
  const ids = new StepIds();
  const head = headOf(lesson.value);
  const title = head.title ? inLanguage(head.title, [language]) : '';
  return reportOf(
    { format: 'trainoff', encoding, title: title || null, lesson: head },
    steps,
    (step, index) => {
      const type = isFields(step) && typeof step.kind === 'string' ? step.kind.slice(0, 40) : '';
      const place = { unit: 'item', number: index + 1 } as const;
      return { place, name: nameOf(step, language), type, ...becomes(step, index, ids) };
    },
  );
}
