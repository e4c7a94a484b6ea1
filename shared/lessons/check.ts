import * as v from 'valibot';
import { activities, bindStep } from '../activities/registry';
import type { Problem } from '../problems';
import { err, ok, type Result } from '../result';
import { notApart } from './apart';
import { outOfBounds, stepOutOfBounds } from './bounds';
import { draftSchema, draftStepSchema, type Draft } from './draft';
import { problemOf } from './issues';
import { lessonSchema, MOST_STEPS, stepSchema, type Lesson } from './lesson';
import { upgradeLesson } from './upgrade';

/** Nobody mends more than these at once, and nothing more is looked at once they are found. */
const MOST_PROBLEMS = 100;

type Problems = readonly [Problem, ...Problem[]];

/**
 * A lesson that can be played, from a document of any version; or what is wrong with it, the configurations of its
 * steps included, each with the path to it. What steps tell of one another is looked at once each is right by itself.
 */
export function readLesson(raw: unknown): Result<Lesson, Problems> {
  const lesson = read(raw, publishedHead, stepSchema, problemsInConfig);
  const [first, ...rest] = lesson.ok ? [...notThere(lesson.value), ...notApart(lesson.value.steps)] : [];
  return first ? err([first, ...rest]) : lesson;
}

/** A lesson that is still being written, from a document of any version; or why it cannot be kept even as one. */
export const readDraft = (raw: unknown): Result<Draft, Problems> =>
  read(raw, draftHead, draftStepSchema, () => []);

/** Steps are looked at one by one, so that one that is all mistakes ends it. */
const anySteps = v.array(v.unknown());

const publishedHead = v.strictObject({
  ...lessonSchema.entries,
  steps: v.pipe(anySteps, v.minLength(1), v.maxLength(MOST_STEPS)),
});
const draftHead = v.strictObject({
  ...draftSchema.entries,
  steps: v.pipe(anySteps, v.maxLength(MOST_STEPS)),
});

interface Steps {
  readonly steps: readonly unknown[];
}

function read<Head extends Steps, One>(
  raw: unknown,
  headSchema: v.GenericSchema<unknown, Head>,
  oneSchema: v.GenericSchema<unknown, One>,
  more: (step: unknown) => readonly Problem[],
): Result<Omit<Head, 'steps'> & { steps: One[] }, Problems> {
  const huge = outOfBounds(raw);
  if (huge) return err([huge]);
  const upgraded = upgradeLesson(raw);
  if (!upgraded.ok) return err([{ path: [], code: upgraded.error }]);
  const head = v.safeParse(headSchema, upgraded.value);
  const steps = Array.isArray(upgraded.value.steps) ? (upgraded.value.steps as readonly unknown[]) : [];
  const problems = [...(head.issues ?? []).map(problemOf), ...sameIds(steps)];
  const parsed: One[] = [];
  for (const [index, step] of steps.entries()) {
    if (problems.length >= MOST_PROBLEMS) break;
    const one = readStep(step, index, oneSchema, more);
    if (one.ok) parsed.push(one.value);
    else problems.push(...one.error);
  }
  const [first, ...rest] = problems;
  if (first) return err([first, ...rest.slice(0, MOST_PROBLEMS - 1)]);
  return ok({ ...(head.output as Head), steps: parsed });
}

function readStep<One>(
  step: unknown,
  index: number,
  schema: v.GenericSchema<unknown, One>,
  more: (step: unknown) => readonly Problem[],
): Result<One, readonly Problem[]> {
  const huge = stepOutOfBounds(step, index);
  if (huge) return err([huge]);
  const parsed = v.safeParse(schema, step);
  const problems = [...(parsed.issues ?? []).map(problemOf), ...more(step)];
  if (parsed.success && problems.length === 0) return ok(parsed.output);
  return err(problems.map(({ path, code }) => ({ path: ['steps', index, ...path], code })));
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (raw: unknown): raw is Fields => typeof raw === 'object' && raw !== null;

/** What the step's own kind does not accept in its configuration. That there is none is the schema's to tell. */
export function problemsInConfig(step: unknown): readonly Problem[] {
  if (!isFields(step) || step.config === undefined) return [];
  const activity = activities.find(({ kind }) => kind === step.kind);
  const version = step.version ?? 1;
  if (!activity || typeof version !== 'number') return [];
  if (version > activity.version) return [{ path: ['version'], code: 'version-unknown' }];
  // An earlier configuration is upgraded by its kind, so that its paths would lead nowhere.
  if (version < activity.version)
    return bindStep({ kind: activity.kind, version, config: step.config }).ok
      ? []
      : [{ path: ['config'], code: 'does-not-fit' }];
  const { issues = [] } = v.safeParse(activity.config, step.config);
  return issues.map(problemOf).map(({ path, code }) => ({ path: ['config', ...path], code }));
}

/** What of a short path is no step of its lesson. */
const notThere = ({ short = [], steps }: Lesson): readonly Problem[] =>
  short.flatMap((id, i): Problem[] =>
    steps.some((step) => step.id === id) ? [] : [{ path: ['short', i], code: 'not-there' }],
  );

/** Steps that have the id of an earlier one. */
function sameIds(steps: readonly unknown[]): readonly Problem[] {
  const seen = new Set<unknown>();
  return steps.flatMap((step, index): Problem[] => {
    if (!isFields(step) || typeof step.id !== 'string') return [];
    if (seen.has(step.id)) return [{ path: ['steps', index, 'id'], code: 'same-id' }];
    seen.add(step.id);
    return [];
  });
}
