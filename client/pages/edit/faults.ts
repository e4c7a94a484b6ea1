import type { Problem, ProblemCode } from '#shared/problems';
import type { LessonDraft, Path } from './document/draft';

/** What has to be mended before a lesson can be played. A step is known by its id, wherever it goes meanwhile. */
export interface Fault {
  /** Null: the lesson itself. */
  readonly step: string | null;
  /** From the root of the step, or of the lesson. */
  readonly path: Path;
  readonly code: ProblemCode;
}

/** What a server said of a document. */
export const faultsOf = (problems: readonly Problem[], { steps }: LessonDraft): readonly Fault[] =>
  problems.map(({ path, code }) => {
    const [root, place, ...inside] = path;
    const step = root === 'steps' && typeof place === 'number' ? (steps[place]?.id ?? null) : null;
    return step === null ? { step, path, code } : { step, path: inside, code };
  });

/** What of it lies under a path of a step, with paths from there. */
export const faultsUnder = (
  faults: readonly Fault[],
  step: string | null,
  ...start: Path
): readonly Problem[] =>
  faults
    .filter((fault) => fault.step === step && start.every((key, i) => fault.path[i] === key))
    .map(({ path, code }) => ({ path: path.slice(start.length), code }));

/**
 * What is said beside a text: that nothing is written there yet the field says by itself, and the list of what is missing;
 * who has just begun is not shouted at.
 */
export const saidBeside = (
  faults: readonly Fault[],
  step: string | null,
  ...start: Path
): readonly Problem[] =>
  faultsUnder(faults, step, ...start).filter(({ code }) => code !== 'missing' && code !== 'empty');
