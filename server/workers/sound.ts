import * as v from 'valibot';
import { outputOf } from '#shared/training/families';
import { classesOf } from '#shared/training/output';
import { inputsOf } from '#shared/training/samples';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';
import type { ClassRequest, ClassResult } from '#shared/training/together/request';

const finite = v.pipe(v.number(), v.finite());
/** An accuracy, or a mean squared error. */
const judged = v.pipe(finite, v.minValue(0));

/** Loose: a result may say more than what is looked at here. */
const schema = v.looseObject({
  core: v.pipe(v.string(), v.nonEmpty()),
  open: judged,
  hidden: judged,
  diverged: v.pipe(v.number(), v.integer(), v.minValue(0)),
  losses: v.array(v.array(finite)),
  openCurve: v.exactOptional(v.array(v.tuple([finite, judged]))),
  weights: v.array(finite),
  read: v.exactOptional(v.array(v.pipe(finite, v.integer(), v.minValue(0)))),
});

/** Everything that was to be read has a class; of runs that have all diverged there is nobody to read it. */
function isRead({ read, diverged }: TrainingResult, request: TrainingRequest): boolean {
  if (!request.read) return read === undefined;
  const samples = diverged === request.seeds.length ? 0 : request.read.length / inputsOf(request.train);
  const classes = classesOf(outputOf(request));
  return read?.length === samples && read.every((said) => said < classes);
}

/** Whether that is a result of `request`: complete, of finite numbers alone, with a run for each of its seeds. */
export function isSound(result: unknown, request: TrainingRequest): result is TrainingResult {
  if (!v.is(schema, result)) return false;
  const { open, hidden, losses, diverged } = result;
  const most = classesOf(outputOf(request)) > 0 ? 1 : Infinity;
  const runs = request.seeds.length;
  return (
    open <= most && hidden <= most && losses.length === runs && diverged <= runs && isRead(result, request)
  );
}

const decided = v.looseObject({ error: judged, accuracy: v.pipe(judged, v.maxValue(1)), map: v.string() });
const part = v.looseObject({ weight: finite, seen: finite });
const judgedPart = v.looseObject({ weight: finite, seen: finite, gain: finite, reference: finite });
const live = v.looseObject({ core: v.string(), whole: decided, parts: v.array(part) });
const settled = v.looseObject({
  ...{ core: v.string(), whole: decided, half: decided },
  parts: v.array(judgedPart),
});

/** The same of a class: with a part for each of its neurons. */
export const isSoundClass = (result: unknown, { neurons, judging }: ClassRequest): result is ClassResult =>
  v.is(judging ? settled : live, result) && result.parts.length === neurons.length;
