import type { Problem } from '#shared/problems';
import type { Path } from './paths';

const leadsTo = (path: Path, start: Path): boolean => start.every((key, i) => path[i] === key);

/** What is wrong at a path itself. */
export const problemsAt = (problems: readonly Problem[], path: Path): readonly Problem[] =>
  problems.filter((problem) => problem.path.length === path.length && leadsTo(problem.path, path));

/** What is wrong at a path and in all that stands under it. */
export const problemsWithin = (problems: readonly Problem[], path: Path): readonly Problem[] =>
  problems.filter((problem) => leadsTo(problem.path, path));

/** The same with paths that begin there. */
export const problemsUnder = (problems: readonly Problem[], path: Path): readonly Problem[] =>
  problemsWithin(problems, path).map(({ path: whole, code }) => ({ path: whole.slice(path.length), code }));

/** What is wrong under a path and in none of the fields that are shown there: nobody else says it. */
export const problemsBeside = (
  problems: readonly Problem[],
  path: Path,
  shown: readonly (string | number)[],
): readonly Problem[] =>
  problemsWithin(problems, path).filter((problem) => {
    const next = problem.path[path.length];
    return next === undefined || !shown.includes(next);
  });
