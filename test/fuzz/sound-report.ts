import { bindStep } from '#shared/activities/registry';
import {
  encodings,
  faults,
  formats,
  losses,
  refusals,
  type Question,
  type Report,
} from '#shared/exchange/report';
import { readDraft } from '#shared/lessons/check';
import { LESSON_VERSION } from '#shared/lessons/upgrade';

function unsoundQuestion(question: Question, ofOurs: boolean): string | null {
  if (question.place.number < 1) return 'stands nowhere';
  if (question.becomes === null)
    return faults.includes(question.fault) ? null : `has the fault ${question.fault}`;
  const unknown = question.lost.find(({ code }) => !losses.includes(code));
  if (unknown) return `loses ${unknown.code}`;
  const { kind, version = 1, config } = question.step;
  // Of ours a step may come as far as it was written.
  if (!ofOurs && !bindStep({ kind, version, config }).ok) return `has a configuration that ${kind} refuses`;
  const draft = readDraft({ version: LESSON_VERSION, id: 'one', steps: [question.step] });
  return draft.ok ? null : `is no step: ${JSON.stringify(draft.error[0])}`;
}

function sameIds(questions: readonly Question[]): boolean {
  const ids = questions.flatMap((one) => (one.becomes === null ? [] : [one.step.id]));
  return new Set(ids).size < ids.length;
}

/** What a report says that none may say; null if all of it is sound. */
export function unsound(report: Report): string | null {
  if (report.refused !== null)
    return refusals.includes(report.refused) ? null : `refused with ${String(report.refused)}`;
  if (!formats.includes(report.format)) return `the format ${report.format}`;
  if (report.encoding !== null && !encodings.includes(report.encoding))
    return `the encoding ${report.encoding}`;
  if (report.questions.length === 0 || report.questions.length > 1_000)
    return `${report.questions.length} questions`;
  if (sameIds(report.questions)) return 'two steps with one id';
  const found = report.questions.map((one) => unsoundQuestion(one, report.format === 'trainoff'));
  const first = found.findIndex((one) => one !== null);
  return first < 0 ? null : `question ${first + 1} ${found[first]}`;
}

/** How a file ended, in a word: the code that it was refused with, or the format as which it was read. */
export const outcomeOf = (report: Report): string => report.refused ?? `read as ${report.format}`;
